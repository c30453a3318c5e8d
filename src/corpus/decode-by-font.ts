import { decodeAs } from "./decode-legacy.ts";

/**
 * Text set in a font of a legacy encoding («.VnTime», «VNI-Times»), as Unicode; text in any other font as it
 * is. A .Vn font whose name ends in H shows small letters as capitals.
 */
export function decodeByFont(text: string, font: string | undefined): string {
  if (font === undefined || !/[\u0080-\u00ff\u0152-\u2122a-z]/.test(text)) return text;
  if (/^\.Vn/i.test(font)) {
    const decoded = decodeAs(text, "tcvn3");
    return /H$/.test(font) ? decoded.toLocaleUpperCase("vi") : decoded;
  }
  if (/^VNI[- ]/i.test(font)) return decodeAs(text, "vni");
  if (/^VPS[- ]/i.test(font)) return decodeAs(text, "vps");
  return text;
}
