import type { DemoChannel } from '../../../ipc/channels.ts';
import { fail, ok, type Result } from '../../../core/basics/result.ts';
import type { FolderExportError, FolderExportReport } from '../../outbox/export-to-folder.ts';
import type { Handlers } from '../serve.ts';

/** What the buttons of a demo home's edge do. */
export interface DemoDesk {
  readonly exportNow: () => Promise<Result<FolderExportReport, FolderExportError>>;
  readonly setDuty: (onDuty: boolean) => void;
}

/** The handlers of the buttons that demo homes show to their staff. */
export function demoHandlers({ exportNow, setDuty }: DemoDesk): Handlers<DemoChannel> {
  return {
    'demo.export': async () => {
      const exported = await exportNow();
      return exported.ok ? ok({ delivered: exported.value.fileNames.length }) : fail({ kind: exported.error.kind });
    },
    'demo.setDuty': ({ onDuty }) => {
      setDuty(onDuty);
      return null;
    },
  };
}
