// Runs in the page: what is wider than its place, so that people would have to scroll sideways.
[...document.querySelectorAll("body, main, .scroll, .inside, .top")]
  .filter((element) => element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.className || element.tagName);
