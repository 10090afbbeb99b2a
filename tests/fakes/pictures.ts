import type { Picture, Pictures } from "#core";

/** Draws a picture's title instead of the picture, and remembers what it was asked. */
export function createFakePictures(fails = false) {
  const drawn: Picture[] = [];
  const draw = (picture: Picture) => {
    if (fails) throw new Error("no drawing today");
    drawn.push(picture);
    return picture.title;
  };
  const pictures: Pictures = {
    svg: async (picture) => `<svg><title>${draw(picture)}</title></svg>`,
    png: async (picture) => new TextEncoder().encode(draw(picture)),
  };
  return { pictures, drawn };
}
