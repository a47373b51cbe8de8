/** The page's own style does not reach into the panel, nor this one out of it. */
export const PANEL_STYLE = `
:host {
  --ink: #18203a; --quiet: #59637f; --paper: #ffffff; --sunken: #f1f4fa; --line: #d5dbe8;
  --good: #0f7b4a; --bad: #b3261e; --warm: #8a5a00; --accent: #0b5fb0;
  all: initial; color-scheme: light dark; position: fixed; z-index: 2147483000;
  right: max(12px, env(safe-area-inset-right)); bottom: max(12px, env(safe-area-inset-bottom));
  width: 380px; max-width: calc(100vw - 24px);
  font: 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink);
}
@media (prefers-color-scheme: dark) {
  :host {
    --ink: #e9edf9; --quiet: #a0abc8; --paper: #151c30; --sunken: #0f1526; --line: #2b3653;
    --good: #5fd39b; --bad: #ff8a80; --warm: #ffc94d; --accent: #6cb6ff;
  }
}
* { box-sizing: border-box; }
.panel {
  display: flex; flex-direction: column; max-height: min(640px, calc(100dvh - 24px)); overflow: hidden;
  background: var(--paper); border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 12px 40px #0005;
}
header { display: flex; align-items: center; gap: 8px; padding: 6px 6px 6px 14px; border-bottom: 1px solid var(--line); }
h2, h3 { margin: 0; font-size: 13px; font-weight: 650; }
h3 { margin-bottom: 6px; color: var(--quiet); }
.state { margin-right: auto; font-weight: 600; color: var(--warm); }
.state::before { content: ""; display: inline-block; width: 9px; height: 9px; margin-right: 6px; border-radius: 50%; background: currentColor; }
.state[data-state="connected"] { color: var(--good); }
.state[data-state="waiting"], .state[data-state="closed"] { color: var(--bad); }
.body { overflow-y: auto; overscroll-behavior: contain; }
.body[hidden] { display: none; }
section { padding: 10px 14px; border-bottom: 1px solid var(--line); }
section:last-child { border-bottom: 0; }
.url { display: block; overflow-wrap: anywhere; color: var(--quiet); }
.latency { display: flex; align-items: center; justify-content: space-between; gap: 12px; margin-top: 2px; }
.latency b { font-size: 16px; font-variant-numeric: tabular-nums; }
.quiet { color: var(--quiet); }
svg { flex: none; width: 120px; height: 28px; background: var(--sunken); border-radius: 6px; }
polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 3px 8px 3px 0; text-align: left; white-space: nowrap; }
thead th { font-weight: 500; color: var(--quiet); }
th:last-child, td:last-child { padding-right: 0; text-align: right; }
tr[data-state="open"] td:nth-of-type(1) { color: var(--good); font-weight: 600; }
tr[data-state="away"] td:nth-of-type(1), tr[data-state="stalled"] td:nth-of-type(1) { color: var(--bad); font-weight: 600; }
.counts { display: grid; grid-template-columns: 1fr 1fr; gap: 2px 16px; margin: 0; }
.counts div { display: flex; justify-content: space-between; gap: 8px; }
.counts div:nth-child(-n + 2) { grid-column: 1 / -1; }
dt { color: var(--quiet); }
dd { margin: 0; font-variant-numeric: tabular-nums; }
.controls { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
button, select {
  font: inherit; font-weight: 600; color: inherit; min-height: 36px; padding: 0 10px; min-width: 0;
  background: var(--sunken); border: 1px solid var(--line); border-radius: 8px;
}
button { cursor: pointer; -webkit-tap-highlight-color: transparent; }
button:hover { border-color: var(--quiet); }
button.strong { color: var(--bad); border-color: currentColor; }
button[aria-pressed="true"] { color: var(--paper); background: var(--bad); border-color: var(--bad); }
button.icon { min-width: 36px; padding: 0; background: transparent; border-color: transparent; font-size: 16px; }
select { font-weight: 500; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.verdict { margin: 6px 0 0; color: var(--bad); font-weight: 600; }
.verdict:empty { display: none; }
.events { margin: 0; padding: 0; list-style: none; max-height: 180px; overflow-y: auto; }
.events li { display: grid; grid-template-columns: 36px 92px 1fr; gap: 6px; padding: 2px 0; }
.ago { color: var(--quiet); text-align: right; font-variant-numeric: tabular-nums; }
.what { min-width: 0; overflow-wrap: anywhere; color: var(--quiet); }
.good { color: var(--good); } .bad { color: var(--bad); } .plain { color: inherit; }
@media (max-width: 520px) {
  :host { left: 0; right: 0; bottom: 0; width: auto; max-width: none; }
  .panel { max-height: 62dvh; border-radius: 14px 14px 0 0; border-width: 1px 0 0; padding-bottom: env(safe-area-inset-bottom); }
  button, select { min-height: 44px; }
  button.icon { min-width: 44px; }
}
`;
