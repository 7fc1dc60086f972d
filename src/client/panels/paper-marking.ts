/** The marking at the head and foot of every printed page, where the browser can put words into page margins. */

/** A text as CSS writes it. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;

/** Marks the pages until the function it returns is called. Browsers that cannot leave it to the banners on the first and last page. */
export function markPages(marking: string): () => void {
  const sheet = new CSSStyleSheet();
  const words = `content: ${quoted(marking)}; font: 600 10pt "IBM Plex Sans", sans-serif;`;
  sheet.replaceSync(`@page { @top-center { ${words} } @bottom-center { ${words} } }`);
  const isAble = sheet.cssRules[0]?.cssText.includes('top-center') ?? false;
  if (!isAble) return () => {};
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.documentElement.dataset.pagesMarked = '';
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    delete document.documentElement.dataset.pagesMarked;
  };
}
