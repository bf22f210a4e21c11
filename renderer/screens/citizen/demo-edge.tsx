import { useState } from 'react';
import type { KioskDescription, Replies } from '../../../ipc/contract.ts';
import { DemoStrip } from '../../components/demo-strip.tsx';
import type { Words } from '../../i18n/words.ts';
import { kiosk } from '../../kiosk.ts';

interface DemoEdgeProps {
  readonly words: Words;
  readonly description: KioskDescription;
  readonly describeAgain: () => void;
}

/** The edge of a practice house, for its staff. Nothing of it exists in a real one. */
export function DemoEdge({ words, description, describeAgain }: DemoEdgeProps) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const facts = [
    words.say('staff.demo.line'),
    ...(description.oldRuntime ? [words.say('staff.demo.oldRuntime')] : []),
    ...(description.reducedProtection ? [words.say('staff.demo.reducedProtection')] : []),
  ];
  const deliver = async (): Promise<void> => setOutcome(outcomeText(await kiosk['demo.export']({}), words));
  const { onDuty } = description;
  const changeDuty = async (): Promise<void> => {
    await kiosk['demo.setDuty']({ onDuty: !onDuty });
    describeAgain();
  };
  return (
    <DemoStrip
      mark={words.say('staff.demo.mark')}
      facts={facts}
      duty={{
        label: words.say(onDuty ? 'staff.demo.onDuty' : 'staff.demo.offDuty'),
        isOn: onDuty,
        onPress: () => void changeDuty(),
      }}
      testCall={{ label: words.say('staff.demo.testCall'), onPress: () => void kiosk['demo.testCall']({}) }}
      deliver={{ label: words.say('staff.demo.export'), onPress: () => void deliver() }}
      outcome={outcome}
    />
  );
}

function outcomeText(reply: Replies['demo.export'], words: Words): string {
  return reply.ok
    ? words.say('staff.demo.exported', { count: reply.value.delivered })
    : words.say(`staff.demo.${reply.error.kind}`);
}
