import type { Context } from "grammy";
import type { Assistant, ConversationState } from "../../answering/assistant.ts";
import type { Logger } from "../../shared/logger.ts";
import { askSafely } from "../ask-safely.ts";
import { findLocalities } from "../find-localities.ts";
import { readCommand } from "../read-command.ts";
import { textsFor } from "../texts.ts";
import { labelOf, localityCode, localityKeyboard, readButtonPress, suggestionKeyboard } from "./buttons.ts";
import { outgoingMessages } from "./outgoing.ts";
import type { Address, Button, OutgoingMessage } from "./outgoing.ts";
import { renderAnswer } from "./render-answer.ts";
import { paragraph } from "./rich-text.ts";

/** What an update leads to: messages to send, a message to change in place, the state to keep. */
export interface Reply {
  readonly messages: readonly OutgoingMessage[];
  /** New words and buttons for the message whose button was pressed; `messages` go out where that fails. */
  readonly edit?: { readonly text: string; readonly keyboard: Button[][] };
  readonly state?: ConversationState;
}

export interface Exchange {
  readonly assistant: Assistant;
  readonly address: Address;
  readonly state: ConversationState;
  readonly logger: Logger;
}

const NO_REPLY: Reply = { messages: [] };

/** Answers a text meant for the bot: a command or a question. */
export async function respondToText(text: string, exchange: Exchange): Promise<Reply> {
  const command = readCommand(text);
  if (command === null) return respondToQuestion(text, exchange);
  const texts = textsFor(exchange.address.language);
  switch (command.name) {
    case "start": {
      // t.me/<bot>?start=duc-pho, as an office would print it on a notice.
      const linked = exchange.assistant.localities().find(({ key }) => key === command.argument);
      if (linked !== undefined) return setLocality(linked.key, exchange);
      return say([texts.welcome, texts.help], exchange);
    }
    case "help":
    case "trogiup":
      return say([texts.help], exchange);
    case "diaban":
      return chooseLocality(command.argument, exchange);
    default: {
      const isInGroup = exchange.address.replyTo !== null;
      return isInGroup && !command.isExplicit ? NO_REPLY : say([texts.unknownCommand], exchange);
    }
  }
}

/** Answers the press of a button; `pressed` is the message that carries it, where Telegram still has it. */
export async function respondToButton(
  query: NonNullable<Context["callbackQuery"]>,
  exchange: Exchange,
): Promise<Reply> {
  const data = query.data ?? "";
  const press = readButtonPress(data);
  const texts = textsFor(exchange.address.language);
  const choices = exchange.assistant.localities();
  switch (press?.kind) {
    case "locality": {
      const choice = choices.find(({ key }) => localityCode(key) === press.code);
      return choice === undefined ? say([texts.staleButton], exchange) : setLocality(choice.key, exchange);
    }
    case "clear-locality":
      return setLocality(null, exchange);
    case "page": {
      const keyboard = localityKeyboard(choices, exchange.state.locality, press.page, texts);
      return offer(texts.chooseLocality(nameOf(exchange)), keyboard, exchange);
    }
    case "suggestion": {
      const question = labelOf(data, query.message?.reply_markup?.inline_keyboard);
      return question === null
        ? say([texts.staleButton], exchange)
        : respondToQuestion(question, exchange, question);
    }
    // Where there is a desk for files, the press does not come here.
    case "approve":
    case "reject":
    case undefined:
      return say([texts.staleButton], exchange);
  }
}

export function respondToUnreadable(exchange: Exchange): Reply {
  return say([textsFor(exchange.address.language).textOnly], exchange);
}

async function respondToQuestion(
  question: string,
  exchange: Exchange,
  shown: string | null = null,
): Promise<Reply> {
  const { answer, state } = await askSafely(exchange.assistant, question, exchange.state, exchange.logger);
  const keyboard = suggestionKeyboard(answer.suggestions);
  return { messages: outgoingMessages(renderAnswer(answer, shown), exchange.address, keyboard), state };
}

function chooseLocality(words: string, exchange: Exchange): Reply {
  const texts = textsFor(exchange.address.language);
  const choices = exchange.assistant.localities();
  const chosen = exchange.state.locality;
  if (choices.length === 0) return say([texts.noLocalities], exchange);
  if (words === "") {
    return ask(texts.chooseLocality(nameOf(exchange)), localityKeyboard(choices, chosen, 0, texts), exchange);
  }
  const found = findLocalities(choices, words);
  if (found[0] !== undefined && found.length === 1) return setLocality(found[0].key, exchange);
  if (found.length > 1) {
    return ask(
      texts.chooseLocality(nameOf(exchange)),
      localityKeyboard(found.slice(0, 8), chosen, 0, texts),
      exchange,
    );
  }
  const sentence = `${texts.noSuchLocality(words.slice(0, 100))}\n${texts.chooseLocality(null)}`;
  return ask(sentence, localityKeyboard(choices, chosen, 0, texts), exchange);
}

/** Another locality, another subject: the topic of the conversation goes. */
function setLocality(key: string | null, exchange: Exchange): Reply {
  const state: ConversationState = { locality: key, topic: null };
  const texts = textsFor(exchange.address.language);
  const text =
    key === null ? texts.localityCleared : texts.localitySet(nameOf({ ...exchange, state }) ?? key);
  return { ...offer(text, [], exchange), state };
}

function nameOf({ assistant, state }: Exchange): string | null {
  return assistant.localities().find(({ key }) => key === state.locality)?.name ?? null;
}

function say(paragraphs: readonly string[], { address }: Exchange): Reply {
  return {
    messages: outgoingMessages(
      paragraphs.map((text) => paragraph(text)),
      address,
    ),
  };
}

function ask(text: string, keyboard: Button[][], { address }: Exchange): Reply {
  return { messages: outgoingMessages([paragraph(text)], address, keyboard) };
}

/** As `ask`, in the place of the message whose button was pressed. */
function offer(text: string, keyboard: Button[][], exchange: Exchange): Reply {
  return { ...ask(text, keyboard, exchange), edit: { text, keyboard } };
}
