import { useState } from 'react';
import { parseUrl } from '../../../../core/basics/parse-url.ts';
import type { SiteSettings } from '../../../../core/site/site-settings.ts';
import { useDeskWords } from '../desk-context.ts';
import { Line } from './line.tsx';
import { Section } from './section.tsx';
import type { SectionProps } from './section-props.ts';

const FOLDERS = ['destinationFolder', 'mirrorFolder', 'printerName'] as const;

/** Where sealed intakes are delivered by hand and mirrored, and which printer serves. */
export function FoldersSection({ value, onChange }: SectionProps) {
  const [texts, setTexts] = useState(() => textsOf(FOLDERS, value.settings));
  return (
    <Section name="folders" change={() => settingsFrom(texts)} onChange={onChange}>
      {FOLDERS.map((name) => (
        <Line
          key={name}
          labelKey={`desk.settings.folders.${name}`}
          value={texts[name]}
          onChange={(text) => setTexts({ ...texts, [name]: text })}
        />
      ))}
    </Section>
  );
}

const CHANNEL = ['secondChannelUrl'] as const;

/** The second channel, which calls in silence. */
export function ChannelSection({ value, onChange }: SectionProps) {
  const { say } = useDeskWords();
  const [texts, setTexts] = useState(() => textsOf(CHANNEL, value.settings));
  const { secondChannelUrl } = texts;
  return (
    <Section
      name="channel"
      change={() => settingsFrom(texts)}
      refused={() => (isAddress(secondChannelUrl) ? null : say('desk.settings.badUrl'))}
      onChange={onChange}
    >
      <Line
        labelKey="desk.settings.channel.secondChannelUrl"
        value={secondChannelUrl}
        onChange={(text) => setTexts({ secondChannelUrl: text })}
      />
    </Section>
  );
}

type TextSetting = (typeof FOLDERS)[number] | (typeof CHANNEL)[number];

function textsOf<N extends TextSetting>(names: readonly N[], settings: SiteSettings): Readonly<Record<N, string>> {
  return Object.fromEntries(names.map((name) => [name, settings[name] ?? ''])) as Record<N, string>;
}

/** What is empty is none. */
function settingsFrom(texts: Readonly<Partial<Record<TextSetting, string>>>) {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text.trim() === '' ? null : text.trim()]),
  );
}

function isAddress(text: string): boolean {
  return text.trim() === '' || (/^https?:\/\/./.test(text.trim()) && parseUrl(text.trim()) !== null);
}
