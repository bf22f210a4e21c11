// lowdb as its documentation shows it: everything in one JSON file, written anew at each save and never synced.
import { JSONFilePreset } from 'lowdb/node';

export async function open({ file, stored, visit }) {
  const database = await JSONFilePreset(file, { intakes: Array.from({ length: stored }, () => visit), draft: null });
  await database.write();
  return {
    save: (draft) =>
      database.update((data) => {
        data.draft = draft;
      }),
    close: () => undefined,
  };
}
