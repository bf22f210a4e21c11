import type { Scene } from '../../../core/intake/scene.ts';
import { Heading } from '../../components/heading.tsx';
import { PointList } from '../../components/point-list.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

type WhoCanSee = Extract<Scene, { kind: 'whoCanSee' }>;

/** Who can see the answers, who cannot, and the honest exceptions. */
export function WhoCanSeeScreen({ scene }: { readonly scene: WhoCanSee }) {
  const { words, visit, mark } = useCitizen();
  return (
    <Screen
      scene="whoCanSee"
      onBack={() => void visit.act({ kind: 'back' })}
      forward={{ label: words.say('kiosk.bar.continue'), onPress: () => void visit.act({ kind: 'proceed' }) }}
    >
      <Heading lines={words.lines('kiosk.whoCanSee.title', 'privacy')} mark={mark} />
      <PointList
        points={scene.points.map(({ textKey, pictogram }) => ({
          id: textKey,
          lines: words.lines(textKey, 'privacy'),
          pictogram,
        }))}
      />
    </Screen>
  );
}
