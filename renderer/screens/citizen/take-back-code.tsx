import type { ShownCode } from '../../../ipc/contract.ts';
import { PictureSlip } from '../../components/picture-slip.tsx';
import { useCitizen } from './citizen-context.ts';
import { pictureTile } from './picture-entry-view.ts';

/** The pictures that take a letter back, to copy or to photograph. */
export function TakeBackCode({ code }: { readonly code: ShownCode }) {
  const { words } = useCitizen();
  return (
    <PictureSlip
      pictures={code.pictures.map((picture) => pictureTile(picture, words))}
      digits={{ label: words.say('presence.code.digits'), groups: code.digits.split(' ') }}
    />
  );
}
