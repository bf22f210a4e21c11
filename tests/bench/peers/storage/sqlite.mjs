// An encrypted SQLite file, each save a transaction that is on the disk when it returns.
import Database from 'better-sqlite3-multiple-ciphers';

export async function open({ file, stored, visit }) {
  const database = new Database(file);
  database.pragma("key = 'made up for measuring'");
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE intakes (seq INTEGER PRIMARY KEY, answers TEXT NOT NULL)');
  database.exec('CREATE TABLE drafts (id INTEGER PRIMARY KEY, answers TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO intakes (answers) VALUES (?)');
  const answers = JSON.stringify(visit);
  database.transaction(() => {
    for (let seq = 1; seq <= stored; seq += 1) insert.run(answers);
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  const upsert = database.prepare(
    'INSERT INTO drafts (id, answers) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET answers = excluded.answers',
  );
  return {
    save: (draft) => void upsert.run(JSON.stringify(draft)),
    close: () => database.close(),
  };
}
