/** Light, dark, or as the system has it; remembered in this browser. */

const CHOICES = /** @type {const} */ (['auto', 'light', 'dark']);

/** @returns {string} */
export function theme() {
  return document.documentElement.dataset.theme ?? 'auto';
}

/** @param {string} choice */
function apply(choice) {
  if (choice === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

export function restoreTheme() {
  apply(localStorage.getItem('theme') ?? 'auto');
}

/** Goes on to the next choice. */
export function switchTheme() {
  const index = /** @type {readonly string[]} */ (CHOICES).indexOf(theme());
  const next = CHOICES[(index + 1) % CHOICES.length] ?? 'auto';
  localStorage.setItem('theme', next);
  apply(next);
}
