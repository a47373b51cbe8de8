/** The alert bell; struck through when nobody is told. The word stands beside it. */
export function Bell({ isOn }: { readonly isOn: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path
        fill={isOn ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linejoin="round"
        d="M10 2.5a5 5 0 0 0-5 5c0 4-1.5 5-2 6.5h14c-.5-1.5-2-2.5-2-6.5a5 5 0 0 0-5-5ZM8 16.5a2 2 0 0 0 4 0"
      />
      {!isOn && <path stroke="currentColor" stroke-width="2" stroke-linecap="round" d="M3 3l14 14" />}
    </svg>
  );
}

export function Dots() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path
        fill="currentColor"
        d="M4 8.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Zm6 0a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Zm6 0a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z"
      />
    </svg>
  );
}
