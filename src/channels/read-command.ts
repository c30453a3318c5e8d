export interface Command {
  /** Lower case, without the slash and the bot's name. */
  readonly name: string;
  readonly argument: string;
  /** Whether it names this bot; a bare unknown command in a group may be meant for another. */
  readonly isExplicit: boolean;
}

/** «/diaban@tro_ly_bot Đức Phổ» in parts; null for a text that is no command. */
export function readCommand(text: string): Command | null {
  const match = /^\/([a-z0-9_]+)(@\w+)?(?:\s+([^]*))?$/i.exec(text);
  if (match?.[1] === undefined) return null;
  return {
    name: match[1].toLowerCase(),
    argument: (match[3] ?? "").trim(),
    isExplicit: match[2] !== undefined,
  };
}
