import { createHash } from "node:crypto";
import type { Api, Context } from "grammy";
import type { Document, Message } from "grammy/types";
import type { Language } from "../../answering/answer.ts";
import type { IngestDesk } from "../../operations/ingest-desk.ts";
import type { IngestRequest } from "../../operations/ingest-request.ts";
import type { ReadFile } from "../../operations/plan-apart.ts";
import type { PendingFile, PendingFiles } from "../../operations/pending-files.ts";
import { AppError } from "../../shared/app-error.ts";
import { explainFailure } from "../explain-failure.ts";
import { ingestTexts } from "../ingest-words.ts";
import { readCaption } from "../read-caption.ts";
import { fileKeyboard } from "./buttons.ts";
import type { ButtonPress } from "./buttons.ts";
import { deliver } from "./deliver.ts";
import { describeFailure } from "./describe-failure.ts";
import { downloadFile, MAX_FILE_BYTES } from "./download-file.ts";
import type { DownloadOptions } from "./download-file.ts";
import { outgoingMessages } from "./outgoing.ts";
import type { Address, Button, OutgoingMessage } from "./outgoing.ts";
import { renderIngest } from "./render-ingest.ts";
import { paragraph } from "./rich-text.ts";
import type { Block } from "./rich-text.ts";

/** Who may add documents by chat, and what that takes. */
export interface FileIntake {
  /** Telegram's ids of the administrators. */
  readonly admins: readonly number[];
  readonly pending: PendingFiles;
  readonly desk: IngestDesk;
}

/** Files of administrators: taken, read, shown, decided on. Reading and writing go on behind the chats. */
export interface FileDesk {
  /** Whether a message is a file or photo of an administrator, in a chat of their own. */
  takes(message: Message): boolean;
  /** Takes a file; the summary follows when it has been read. */
  receive(message: Message, address: Address): OutgoingMessage[];
  decide(
    press: Extract<ButtonPress, { kind: "approve" | "reject" }>,
    ctx: Context,
    address: Address,
  ): OutgoingMessage[];
  /** Goes on with what a former run has left. */
  resume(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Files that wait at the same time, of all administrators together. */
const MAX_PENDING = 20;

export function createFileDesk(intake: FileIntake, api: Api, options: DownloadOptions): FileDesk {
  const { admins, pending, desk } = intake;
  const { signal, logger } = options;
  const jobs = new Map<string, Promise<void>>();

  const isAdmin = (id: number | undefined): boolean => id !== undefined && admins.includes(id);

  /** Runs work on a file behind the chats; one job a file at a time. What breaks it is logged, and the person told. */
  function start(id: string, work: (file: PendingFile) => Promise<void>): void {
    const run = async (): Promise<void> => {
      const file = pending.get(id);
      if (file === null) return;
      try {
        await work(file);
      } catch (error) {
        if (signal.aborted) return;
        logger.error("file-failed", { failure: describeFailure(error) });
        pending.remove(id);
        await send(file, [paragraph(explain(error, file.language))]).catch(() => undefined);
      }
    };
    const job = (jobs.get(id) ?? Promise.resolve()).then(run).finally(() => {
      if (jobs.get(id) === job) jobs.delete(id);
    });
    jobs.set(id, job);
  }

  async function send(file: PendingFile, blocks: readonly Block[], keyboard: Button[][] = []): Promise<void> {
    const { chatId, language } = file;
    const address = { chatId, threadId: null, replyTo: null, language };
    for (const message of outgoingMessages(blocks, address, keyboard)) {
      if ((await deliver(api, message, options)) === "unreachable") return;
    }
  }

  async function requestOf(file: PendingFile): Promise<IngestRequest> {
    let bytes = pending.bytes(file.id);
    if (bytes === null) {
      const fetched = await downloadFile(api, file.remoteId, options);
      if (fetched === null || fetched === "too-large") {
        const words = ingestTexts[file.language](fetched === null ? "not-fetched" : "too-large");
        throw new Refusal(words);
      }
      pending.putBytes(file.id, fetched);
      bytes = fetched;
    }
    return { bytes, fileName: file.fileName, ...readCaption(file.caption) };
  }

  async function read(file: PendingFile): Promise<void> {
    if (file.state !== "received") return;
    const found = await desk.read(await requestOf(file));
    if (found.plan.effect.kind === "unchanged") {
      await send(file, renderIngest(found, file.fileName, file.language));
      pending.remove(file.id);
    } else await show(file, found, []);
  }

  /**
   * Can be decided on before it is sent, and counts as shown after: cut off in between, it is sent again. What has
   * been decided on meanwhile, by the buttons of an earlier summary, is left alone.
   */
  async function show(file: PendingFile, found: ReadFile, before: readonly Block[]): Promise<void> {
    const { id, fileName, language } = file;
    if (pending.get(id)?.state !== file.state) return;
    const shown: PendingFile = { ...file, state: "received", shown: found.digest };
    pending.put(shown);
    await send(file, [...before, ...renderIngest(found, fileName, language)], fileKeyboard(id, language));
    if (pending.get(id)?.state === "received") pending.put({ ...shown, state: "shown" });
  }

  async function approve(file: PendingFile): Promise<void> {
    const { id, language, shown } = file;
    const say = ingestTexts[language];
    if (file.state !== "approved" || shown === null) return;
    let approval;
    try {
      approval = await desk.approve(await requestOf(file), shown);
    } catch (error) {
      if (signal.aborted) return;
      logger.error("file-not-approved", { failure: describeFailure(error) });
      pending.put({ ...file, state: "shown" });
      const words = say("not-approved", { reason: explain(error, language) });
      await send(file, [paragraph(words)], fileKeyboard(id, language));
      return;
    }
    if (approval.kind === "changed") {
      await show(file, approval.file, [paragraph(say("corpus-changed"))]);
      return;
    }
    const { key, read } = approval.file.plan;
    await send(file, [paragraph(say("approved", { key, title: read.document.title ?? file.fileName }))]);
    pending.remove(id);
  }

  return {
    takes: (message) =>
      sentFile(message) !== null && message.chat.type === "private" && isAdmin(message.from?.id),

    receive(message, { chatId, language }) {
      const { caption = "", from } = message;
      const document = sentFile(message);
      const say = ingestTexts[language];
      const answer = (id: string, values?: Record<string, string | number>): OutgoingMessage[] =>
        outgoingMessages([paragraph(say(id, values))], { chatId, threadId: null, replyTo: null, language });
      if (document === null || from === undefined) return [];
      if ((document.file_size ?? 0) > MAX_FILE_BYTES) return answer("too-large");
      if (readCaption(caption) === null) return answer("bad-caption");
      const fileName = document.file_name ?? say(message.photo === undefined ? "a-file" : "a-photo");
      const id = idOf([from.id, document.file_unique_id, caption]);
      const known = pending.get(id);
      if (known?.state === "approved") return answer("approving", { file: fileName });
      const uniqueId = document.file_unique_id;
      for (const file of pending.list()) {
        // Sent again with another caption: the buttons of the former summary are of no use any more.
        const isFormer = file.senderId === from.id && file.uniqueId === uniqueId && file.id !== id;
        if (isFormer && file.state !== "approved") pending.remove(file.id);
      }
      const waiting = pending.list().filter((file) => file.id !== id).length;
      if (waiting >= MAX_PENDING) return answer("too-many", { count: waiting });
      try {
        pending.put({
          id,
          state: "received",
          fileName,
          caption,
          remoteId: document.file_id,
          uniqueId,
          senderId: from.id,
          chatId,
          language,
          receivedAt: Date.now(),
          shown: known?.shown ?? null,
        });
      } catch (error) {
        const words = explain(error, language);
        return outgoingMessages([paragraph(words)], { chatId, threadId: null, replyTo: null, language });
      }
      start(id, read);
      return answer("received", { file: fileName });
    },

    decide({ kind, id }, ctx, address) {
      const say = ingestTexts[address.language];
      const answer = (words: string): OutgoingMessage[] => outgoingMessages([paragraph(words)], address);
      const file = pending.get(id);
      if (file !== null && (file.senderId !== ctx.from?.id || !isAdmin(ctx.from.id)))
        return answer(say("not-yours"));
      // The summary stays to be read; its buttons have done their work.
      void ctx.editMessageReplyMarkup().catch(() => undefined);
      if (file?.shown == null) return answer(say("decided"));
      const values = { file: file.fileName };
      if (file.state === "approved") return answer(say("approving", values));
      if (kind === "reject") {
        pending.remove(id);
        return answer(say("rejected", values));
      }
      pending.put({ ...file, state: "approved" });
      start(id, approve);
      return answer(say("approving", values));
    },

    resume() {
      for (const { id, state } of pending.list()) {
        if (state === "received") start(id, read);
        if (state === "approved") start(id, approve);
      }
    },

    async idle() {
      await Promise.all(jobs.values());
    },
  };
}

/** The file of a message: a document, or of a photo the largest of the sizes that Telegram keeps. */
function sentFile({ document, photo }: Message): Document | null {
  if (document !== undefined) return document;
  const sizes = [...(photo ?? [])].sort((a, b) => b.width * b.height - a.width * a.height);
  return sizes[0] ?? null;
}

/** A reason for which a file is not taken, in the person's own language. */
class Refusal extends Error {}

/** One sentence or two; what is not an AppError is for the log alone. */
function explain(error: unknown, language: Language): string {
  if (error instanceof Refusal) return error.message;
  const say = ingestTexts[language];
  if (!(error instanceof AppError)) return say("failed");
  const isSaid = error.code === "USAGE" || error.code === "LOCALITY_UNKNOWN";
  const { text } = explainFailure(error, language);
  return isSaid ? `${text}\n\n${say("caption-hint")}` : text;
}

/** The same for the same file sent again by the same person with the same words. */
function idOf(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
