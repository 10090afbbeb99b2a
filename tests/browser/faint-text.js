// Runs in the page: texts whose contrast with what they stand on is below 4.5 to 1,
// by WCAG 2.2, success criterion 1.4.3 (https://www.w3.org/TR/WCAG22/#contrast-minimum).
(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!canvas) throw new Error("no canvas");

  /**
   * Red, green, blue and alpha of any CSS colour.
   * @param {string} colour
   */
  const bytes = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return { red, green, blue, alpha };
  };

  /** @param {number} byte */
  const linear = (byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };

  /** @param {string} colour */
  const luminance = (colour) => {
    const { red, green, blue } = bytes(colour);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };

  /** @param {Element} element */
  const ground = (element) => {
    for (let each = /** @type {Element | null} */ (element); each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (bytes(colour).alpha === 255) return colour;
    }
    return "white";
  };

  /** @param {Element} element */
  const contrast = (element) => {
    const text = luminance(getComputedStyle(element).color);
    const under = luminance(ground(element));
    return (Math.max(text, under) + 0.05) / (Math.min(text, under) + 0.05);
  };

  const words = [...document.querySelectorAll("body *")].filter((element) =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
    ),
  );
  return words
    .filter((element) => element.checkVisibility() && !element.closest(".skip, noscript, script"))
    .filter((element) => contrast(element) < 4.5)
    .map(
      (element) => `${element.className}: ${element.textContent} (${contrast(element).toFixed(2)})`,
    );
})();
