import { Sheet } from '../../components/sheet.tsx';
import { useCitizen } from './citizen-context.ts';
import { SureQuestion } from './sure-question.tsx';

/** Asks once more before everything is deleted. */
export function DeleteSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet name="delete" labelledBy="sure-title" onClose={onClose}>
      <DeleteQuestion onClose={onClose} />
    </Sheet>
  );
}

/** The question itself, for a sheet that is open already. */
export function DeleteQuestion({ onClose }: { readonly onClose: () => void }) {
  const { visit } = useCitizen();
  // A sheet that stayed would lie over the line that says what went wrong.
  return <SureQuestion of="delete" onYes={() => void visit.forget().then(onClose)} onNo={onClose} />;
}
