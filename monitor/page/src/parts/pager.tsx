export interface PagerProps {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  onGo(offset: number): void;
}

/** Not there when everything fits on one page. */
export function Pager({ offset, limit, total, onGo }: PagerProps) {
  if (total <= limit && offset === 0) return null;
  return (
    <nav class="row pager" aria-label="Pages">
      <button
        type="button"
        class="quiet small"
        disabled={offset === 0}
        onClick={() => onGo(Math.max(0, offset - limit))}
      >
        Back
      </button>
      <span class="muted">
        {Math.min(offset + 1, total)} to {Math.min(offset + limit, total)} of {total}
      </span>
      <button type="button" class="quiet small" disabled={offset + limit >= total} onClick={() => onGo(offset + limit)}>
        On
      </button>
    </nav>
  );
}
