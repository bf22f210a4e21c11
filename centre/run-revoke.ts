import { keepEnrolledKiosk, readEnrolledKiosks } from './enrolled-kiosks.ts';
import type { RevokeCommand } from './enrolment-command.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `revoke` and returns the exit code. A revocation can be made stricter, and never milder. */
export function runRevoke({ home, kioskId, afterSeq, json }: RevokeCommand, surroundings: Surroundings): number {
  const { say, complain, clock } = surroundings;
  const kiosks = readEnrolledKiosks(home);
  const kiosk = kiosks.ok ? kiosks.value.find(({ card }) => card.kioskId === kioskId) : undefined;
  if (kiosk === undefined) {
    const reason = kiosks.ok ? 'unknown' : kiosks.error.kind;
    complain(kiosks.ok ? `No kiosk ${kioskId} is enrolled here.` : `${kiosks.error.file}: ${kiosks.error.kind}.`);
    if (json) say(JSON.stringify({ ok: false, reason }));
    return EXIT.usage;
  }
  const strictest = Math.min(afterSeq, kiosk.revoked?.afterSeq ?? afterSeq);
  const revoked = { afterSeq: strictest, at: new Date(clock.nowMs()).toISOString() };
  const kept = keepEnrolledKiosk(home, { ...kiosk, revoked });
  if (!kept.ok) {
    complain(`${kept.error.file} cannot be written.`);
    if (json) say(JSON.stringify({ ok: false, reason: kept.error.kind }));
    return EXIT.refused;
  }
  say(`Revoked: what kiosk ${kioskId} sealed after number ${strictest} is refused from now on.`);
  if (json) say(JSON.stringify({ ok: true, kioskId, afterSeq: strictest }));
  return EXIT.done;
}
