// Runs before the first paint: puts the chosen theme on the document so that nothing flashes.
try {
  const theme = localStorage.getItem("billtrail.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is off: the system's theme is right.
}
