/** The files that a demo home may hold, relative to it. Whoever adds one says here what it is. */
const ALLOWED: readonly RegExp[] = [
  // The kiosk's own.
  /^(format\.json|kiosk\.json|device-secret|ballast|writer\.sock)$/,
  /^outbox\/[0-9]{8}\.age$/,
  /^drafts\/[0-9]{8}-[0-9a-f]{32}\.draft$/,
  /^epochs\/([0-9]{8}\.epoch|passed-time)$/,
  /^state\/(state\.[ab]|code-tries\.json|pin-tries-[0-9]+\.json|passed-time\.json|numbers)$/,
  /^ledger\/ledger\.jsonl$/,
  /^alerts\/alerts\.jsonl$/,
  /^people\/[0-9]+(\.jpg|-(kl|da|sv)\.opus)$/,
  /^instruments\/[a-z0-9-]+\.(kl|da|sv)\.json$/,
  /^audit\/audit-[0-9]{12}\.jsonl$/,
  /^content\/[0-9a-f]{16}\/(assets|locales)\/[a-z0-9/.-]+\.(json|svg|opus)$/,
  // What the house has published: what its version tells of itself, and what starts read of it. Words of screens, no answers.
  /^content\/[0-9a-f]{16}(\/house)?\.json$/,
  // Voices for the texts in work, each with its speaker's consent.
  /^translations\/audio\/[a-z-]+\/[0-9a-f]{64}\.(opus|json)$/,
  // Words that houses give each other.
  /^stick\/matu-language-[a-z0-9-]+\.tar$/,
  // What is carried to the centre, and the centre of a demo.
  /^stick\/[0-9a-f]{32}\.age$/,
  /^stick\/[a-z0-9.-]+\.(json|jsonl|minisig)$/,
  /^centre\/[a-z]+\.(identity|key|pub|json|json\.minisig)$/,
  /^centre\/kiosks\/[0-9a-f-]{36}\.json$/,
  /^centre\/receipts\/[0-9a-f-]{36}\/receipt-[0-9a-f]{32}-[0-9]{8}\.json(\.minisig)?$/,
  // What the centre signed for.
  /^receipts\/receipt-[0-9a-f]{32}-[0-9]{8}\.[0-9a-f]{16}\.json(\.minisig)?$/,
  // The runtime's own, which it makes without being asked: switches, locks, and caches of its code and of the graphics.
  /^runtime\/(Preferences|Local State|Network Persistent State|TransportSecurity|Cookies(-journal)?)$/,
  /^runtime\/(DevToolsActivePort|Singleton(Lock|Cookie|Socket)|Crashpad\/client_id)$/,
  /^runtime\/Code Cache\/(js|wasm)\/(index|index-dir\/the-real-index)$/,
  /^runtime\/(DawnCache|GPUCache|DawnGraphiteCache|DawnWebGPUCache)\/(index|data_[0-3])$/,
  /^runtime\/(Local|Session) Storage\/(leveldb\/)?([0-9]{6}\.(log|ldb)|CURRENT|LOCK|LOG(\.old)?|MANIFEST-[0-9]{6})$/,
];

/** Which of these files of a home nobody foresaw. */
export function unexpectedFiles(names: readonly string[]): readonly string[] {
  return names.filter((name) => !ALLOWED.some((allowed) => allowed.test(name)));
}
