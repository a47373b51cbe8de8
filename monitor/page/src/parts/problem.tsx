/** Why something is not shown, in words; nothing when all is well. */
export function Problem({ text, onRetry }: { readonly text: string; readonly onRetry?: () => void }) {
  if (text === '') return null;
  return (
    <p class="problem" role="alert">
      <span>{text}</span>
      {onRetry !== undefined && (
        <button type="button" class="quiet small" onClick={onRetry}>
          Try again
        </button>
      )}
    </p>
  );
}
