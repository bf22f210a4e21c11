/** What a file is chosen for. */
export interface FileButtonProps {
  readonly label: string;
  /** As the `accept` of an input. */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** Lets somebody choose a file, in our own words. */
export function FileButton({ label, accept, isBusy, onFile }: FileButtonProps) {
  return (
    <label className="desk-file">
      {label}
      <input
        type="file"
        accept={accept}
        disabled={isBusy}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen once more.
          currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
