// Before anything is drawn: no flash of the other theme. A file, as the page's policy runs no inline script.
(() => {
  try {
    const theme = localStorage.getItem('gatehouse-monitor.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; then the system decides.
  }
})();
