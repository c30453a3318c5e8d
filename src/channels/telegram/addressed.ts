import type { Message, UserFromGetMe } from "grammy/types";

/**
 * What a message asks of the bot: its text, the bot's name taken out; null where it is not meant for the bot.
 * In a private chat everything is; in a group commands, replies to the bot and mentions of it
 * (core.telegram.org/bots/features#privacy-mode), whatever the privacy mode lets through.
 */
export function readAddressed(message: Message, me: UserFromGetMe): string | null {
  const text = message.text ?? message.caption ?? "";
  if (message.chat.type === "private") return text.trim();
  if (message.from?.is_bot === true) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  const own = `@${me.username}`.toLowerCase();
  let isAddressed = message.reply_to_message?.from?.id === me.id;
  let asked = text;
  // From the end, so that taking a name out does not shift the ones before it.
  for (const entity of [...entities].sort((a, b) => b.offset - a.offset)) {
    const end = entity.offset + entity.length;
    const words = text.slice(entity.offset, end).toLowerCase();
    if (entity.type === "bot_command" && entity.offset === 0) {
      const [, addressee] = words.split("@", 2);
      isAddressed = addressee === undefined || `@${addressee}` === own;
    } else if (
      (entity.type === "mention" && words === own) ||
      (entity.type === "text_mention" && entity.user.id === me.id)
    ) {
      isAddressed = true;
      asked = asked.slice(0, entity.offset) + asked.slice(end);
    }
  }
  return isAddressed ? asked.trim() : null;
}
