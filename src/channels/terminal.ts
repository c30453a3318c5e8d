import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { newConversation } from "../answering/assistant.ts";
import type { Assistant, ConversationState } from "../answering/assistant.ts";
import type { Logger } from "../shared/logger.ts";
import { askSafely } from "./ask-safely.ts";
import { createEnd } from "./channel.ts";
import type { Channel } from "./channel.ts";
import { findLocalities } from "./find-localities.ts";
import { readCommand } from "./read-command.ts";
import { painter, renderPlain, wrap } from "./render-plain.ts";
import type { Screen } from "./render-plain.ts";
import { textsFor } from "./texts.ts";

export interface TerminalOptions {
  readonly assistant: Assistant;
  readonly input: Readable;
  readonly output: Writable;
  /** A person at a keyboard, as against lines from a pipe or a file: prompts, and the end quits the program. */
  readonly isInteractive: boolean;
  /** Asked before each answer, since a window may be resized. */
  readonly screen: () => Screen;
  readonly defaultLocality: string | null;
  readonly logger: Logger;
}

const LISTED_LOCALITIES = 20;
const texts = textsFor("vi");

/** A conversation by lines: questions and commands in, answers out, until the input ends or «/thoat». */
export function createTerminal(options: TerminalOptions): Channel {
  const { assistant, input, output, isInteractive, logger } = options;
  const end = createEnd();
  let reader: Interface | null = null;
  let state: ConversationState = { ...newConversation, locality: options.defaultLocality };
  let isStopped = false;

  const say = (text: string): void => {
    output.write(`${text}\n`);
  };
  const sayWrapped = (text: string): void => {
    say(wrap(text, options.screen().width));
  };
  const nameOf = (key: string | null): string | null =>
    assistant.localities().find((choice) => choice.key === key)?.name ?? null;

  async function answerLine(line: string): Promise<"quit" | "more"> {
    const text = line.trim();
    if (text === "") return "more";
    const command = readCommand(text);
    switch (command?.name) {
      case undefined: {
        const asked = await askSafely(assistant, text, state, logger);
        state = asked.state;
        say(`${renderPlain(asked.answer, options.screen())}\n`);
        return "more";
      }
      case "thoat":
        return "quit";
      case "trogiup":
      case "help":
      case "start":
        sayWrapped(texts.terminalHelp);
        return "more";
      case "diaban":
        chooseLocality(command.argument);
        return "more";
      default:
        sayWrapped(texts.unknownCommand);
        return "more";
    }
  }

  function chooseLocality(words: string): void {
    const choices = assistant.localities();
    if (words === "0") {
      state = newConversation;
      sayWrapped(texts.localityCleared);
      return;
    }
    const byNumber = /^\d+$/.test(words) ? choices[Number(words) - 1] : undefined;
    const found = byNumber === undefined ? findLocalities(choices, words) : [byNumber];
    if (found[0] !== undefined && found.length === 1) {
      state = { ...newConversation, locality: found[0].key };
      sayWrapped(texts.localitySet(found[0].name));
      return;
    }
    if (choices.length === 0) {
      sayWrapped(texts.noLocalities);
      return;
    }
    if (words !== "" && found.length === 0) sayWrapped(texts.noSuchLocality(words));
    sayWrapped(texts.chooseLocality(nameOf(state.locality)));
    const offered = found.length > 0 ? found : choices;
    for (const choice of offered.slice(0, LISTED_LOCALITIES)) {
      say(`${String(choices.indexOf(choice) + 1).padStart(4)}. ${choice.name}`);
    }
    if (offered.length > LISTED_LOCALITIES) say(`      … (${offered.length})`);
    sayWrapped(texts.chooseLocalityInTerminal);
  }

  async function converse(lines: Interface): Promise<void> {
    if (isInteractive) lines.prompt();
    for await (const line of lines) {
      if (isStopped) return;
      if ((await answerLine(line)) === "quit") {
        say(texts.goodbye);
        end.resolve("quit");
        return;
      }
      if (isInteractive) lines.prompt();
    }
    // Ctrl+D and Ctrl+C end the program; a pipe that has run dry ends only this conversation.
    if (isInteractive) say("");
    end.resolve(isInteractive ? "quit" : "finished");
  }

  return {
    name: "Dòng lệnh",
    closed: end.closed,

    start() {
      // After the caller has told what has started. Lines are lost that come between making the reader and
      // asking it for the first, so that both happen here.
      setImmediate(() => {
        if (isStopped) return;
        if (isInteractive) sayWrapped(`\n${texts.welcome}\n\n${texts.terminalHelp}\n`);
        reader = createInterface({
          input,
          ...(isInteractive ? { output } : {}),
          prompt: painter(options.screen().isColoured).bold("❯ "),
          terminal: isInteractive,
        });
        converse(reader).catch(end.reject);
      });
      return Promise.resolve(
        isInteractive ? "gõ câu hỏi ngay tại đây." : "đọc câu hỏi từng dòng cho đến hết.",
      );
    },

    stop() {
      isStopped = true;
      reader?.close();
      end.resolve("stopped");
      return Promise.resolve();
    },
  };
}
