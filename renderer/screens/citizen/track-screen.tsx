import type { Track } from '../../../core/questionnaire/flow.ts';
import { Heading } from '../../components/heading.tsx';
import { TrackChoice } from '../../components/track-choice.tsx';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

/** Few questions now, or all of them. Neither is the better one. */
export function TrackScreen() {
  const { words, visit, mark } = useCitizen();
  const choice = (track: Track) => ({
    track,
    label: words.lines(`kiosk.track.${track}`, 'question'),
    line: words.lines(`kiosk.track.${track}Line`, 'plain'),
    onChoose: () => void visit.act({ kind: 'chooseTrack', track }),
  });
  return (
    <Screen scene="track" onBack={() => void visit.act({ kind: 'back' })}>
      <Heading
        lines={words.lines('kiosk.track.title', 'question')}
        mark={mark}
        hint={words.lines('kiosk.track.hint', 'plain')}
      />
      <div className="track-choices">
        <TrackChoice {...choice('short')} pictogram="track-short" />
        <TrackChoice {...choice('whole')} pictogram="track-whole" />
      </div>
    </Screen>
  );
}
