import type { ListenButton } from '../../components/control-bar.tsx';
import { ListenTools, type ListenTool } from '../../components/listen-tools.tsx';
import type { Speech } from '../../speech/speech-context.ts';

/** The Listen button as it stands now: while something is read, it ends the reading. */
export function listenButton({ reader, state, say }: Speech): ListenButton {
  const { isSpeaking } = state;
  return {
    label: say(isSpeaking ? 'speech.hush' : 'speech.listen'),
    pictogram: isSpeaking ? 'silence' : 'speak-aloud',
    onPress: () => reader.listen(),
  };
}

/** What belongs to listening, for as long as somebody listens on this screen. */
export function ListenRow({ speech }: { readonly speech: Speech }) {
  const { state, say } = speech;
  if (!state.isInUse) return null;
  const note = noteKey(speech);
  return (
    <ListenTools
      label={say('speech.tools')}
      note={note === null ? null : say(note)}
      speaker={state.isSynthetic && !state.isHeldBack ? say('speech.synthetic') : null}
      tools={state.isHeldBack ? heldBackTools(speech) : tools(speech)}
    />
  );
}

function noteKey({ state }: Speech): string | null {
  if (state.isSilent) return 'speech.silent';
  return state.isHeldBack ? 'speech.private' : null;
}

/** Where others would hear what is private: the headset, or aloud all the same. */
function heldBackTools({ reader, say }: Speech): readonly ListenTool[] {
  return [
    {
      name: 'headset',
      label: say('speech.useHeadset'),
      pictogram: 'headset',
      onPress: () => reader.askForHeadset(),
    },
    { name: 'aloud', label: say('speech.aloud'), pictogram: 'speak-aloud', onPress: () => reader.speakAloud() },
  ];
}

function tools({ reader, state, say }: Speech): readonly ListenTool[] {
  const speed = state.isSlow ? 'speech.usualSpeed' : 'speech.slower';
  return [
    { name: 'again', label: say('speech.again'), pictogram: 'again', onPress: () => reader.readScreen() },
    { name: 'speed', label: say(speed), pictogram: 'slower', onPress: () => reader.toggleSlow() },
    { name: 'quieter', label: say('speech.quieter'), pictogram: 'volume-down', onPress: () => reader.changeVolume(-1) },
    { name: 'louder', label: say('speech.louder'), pictogram: 'volume-up', onPress: () => reader.changeVolume(1) },
  ];
}
