// One key for each button. Nothing is decided here: a key presses what could be clicked.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const at = event.target;
  if (at.closest("input, textarea, select")) {
    if (event.key === "Escape") at.blur();
    return;
  }
  const key = event.key.toLowerCase();
  if (key === "enter" && at.closest("a, button, summary")) return;
  if (!/^([a-z]|enter)$/.test(key)) return;
  const found = document.querySelector(`[data-key="${key}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.matches("textarea")) {
    found.closest("details").open = true;
    found.focus();
  } else {
    found.click();
  }
});
// Twice on a button is once: the second press would answer the next question.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => delete form.dataset.sent));
