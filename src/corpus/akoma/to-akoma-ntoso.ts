import type { Span } from "../../shared/span.ts";
import type { CorpusDocument } from "../document.ts";
import type { Provision } from "../provision.ts";
import { writeHierarchy, writeLines } from "./body.ts";
import { writeIdentification, writeMetadata } from "./metadata.ts";
import { element, writeXml } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

const NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/** A document as it was read, with its tree. */
export interface AkomaSource {
  readonly document: CorpusDocument;
  readonly text: string;
  readonly provisions: readonly Provision[];
}

/**
 * The document in Akoma Ntoso 3.0 (OASIS LegalDocML): metadata of the manifest, the head as preface, the tree with
 * its eIds as body, recipients and signature as conclusions. Every word of the text is in it once, in reading order.
 * Pure: `generatedOn` is the ISO date to be written down.
 */
export function toAkomaNtoso({ document, text, provisions }: AkomaSource, generatedOn: string): string {
  const { preface, preamble, body, closing, attached } = divide(provisions);
  const part = (name: string, lines: readonly XmlElement[]): XmlElement[] =>
    lines.length === 0 ? [] : [element(name, {}, lines)];
  const attachments = attached.map((node, at) => writeAttachment(document, text, node, at + 1, generatedOn));
  return writeXml(
    element("akomaNtoso", { xmlns: NAMESPACE }, [
      element("act", { name: document.kind }, [
        writeMetadata(document, generatedOn),
        ...part(
          "preface",
          preface.flatMap((node) => writeLines(text, node, titleMarker(text, document))),
        ),
        ...part(
          "preamble",
          preamble.flatMap((node) => writeLines(text, node)),
        ),
        element("body", {}, body.length > 0 ? body.map((node) => writeHierarchy(text, node)) : [emptyBody()]),
        ...part(
          "conclusions",
          closing.flatMap((node) => writeLines(text, node)),
        ),
        ...part("attachments", attachments),
      ]),
    ]),
  );
}

/** The parts of a document in the order of the schema; what follows recipients and signature is attached. */
function divide(provisions: readonly Provision[]) {
  const isClosing = ({ type }: Provision): boolean => type === "recipients" || type === "signature";
  const isOpening = ({ type }: Provision): boolean => type === "header" || type === "preamble";
  const opened = provisions.findIndex((node) => !isOpening(node));
  const bodyStart = opened < 0 ? provisions.length : opened;
  const opening = provisions.slice(0, bodyStart);
  const closingStart = provisions.findIndex(isClosing);
  const bodyEnd = closingStart < 0 ? provisions.length : closingStart;
  const afterClosing = provisions.findIndex((node, at) => at >= bodyEnd && !isClosing(node));
  const closingEnd = afterClosing < 0 ? provisions.length : afterClosing;
  return {
    preface: opening.filter(({ type }) => type === "header"),
    preamble: opening.filter(({ type }) => type === "preamble"),
    body: provisions.slice(bodyStart, bodyEnd),
    closing: provisions.slice(bodyEnd, closingEnd),
    attached: provisions.slice(closingEnd),
  };
}

function writeAttachment(
  document: CorpusDocument,
  text: string,
  node: Provision,
  position: number,
  generatedOn: string,
): XmlElement {
  return element("attachment", { eId: `attachment_${position}` }, [
    element("doc", { name: node.type }, [
      element("meta", {}, [writeIdentification(document, generatedOn, `attachment_${position}`)]),
      element("mainBody", {}, [writeHierarchy(text, node)]),
    ]),
  ]);
}

/** Marks the title and the number where they stand in the head. */
function titleMarker(text: string, { spans }: CorpusDocument): (span: Span) => XmlElement["children"] {
  const marks = [
    { name: "docTitle", span: spans.title },
    { name: "docNumber", span: spans.number },
  ].flatMap(({ name, span }) => (span === undefined ? [] : [{ name, span }]));
  return ({ start, end }) => {
    const parts: (XmlElement | string)[] = [];
    let at = start;
    const inside = marks
      .map(({ name, span }) => ({ name, start: Math.max(span.start, start), end: Math.min(span.end, end) }))
      .filter((one) => one.start < one.end)
      .sort((a, b) => a.start - b.start);
    for (const one of inside) {
      if (one.start < at) continue;
      parts.push(text.slice(at, one.start), element(one.name, {}, [text.slice(one.start, one.end)]));
      at = one.end;
    }
    parts.push(text.slice(at, end));
    return parts.filter((part) => part !== "");
  };
}

function emptyBody(): XmlElement {
  return element("alinea", { eId: "text_1" }, [element("content", {}, [element("p")])]);
}
