// Before anything is drawn, so that a dark page never flashes white. A file of its own because
// the content security policy allows no inline script.
(function () {
  var wanted = null;
  try {
    wanted = localStorage.getItem('mantine-color-scheme-value');
  } catch (_) {
    // Storage may be switched off; then the system decides.
  }
  var dark =
    wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
