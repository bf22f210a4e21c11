/** Eight words to be read out over the telephone, each with its number. */
export function EightWords({ words, label }: { readonly words: string; readonly label: string }) {
  return (
    <div className="eight-words">
      <p>{label}</p>
      <ol lang="en" aria-label={label}>
        {words.split(' ').map((word, index) => (
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
    </div>
  );
}
