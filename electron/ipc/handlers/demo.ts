import type { DemoChannel } from '../../../ipc/channels.ts';
import { fail, ok, type Result } from '../../../core/basics/result.ts';
import type { FolderExportError, FolderExportReport } from '../../outbox/export-to-folder.ts';
import type { Handlers } from '../serve.ts';

/** The handler of the staff button that demo homes show. */
export function demoHandlers(
  exportNow: () => Promise<Result<FolderExportReport, FolderExportError>>,
): Handlers<DemoChannel> {
  return {
    'demo.export': async () => {
      const exported = await exportNow();
      return exported.ok ? ok({ delivered: exported.value.fileNames.length }) : fail({ kind: exported.error.kind });
    },
  };
}
