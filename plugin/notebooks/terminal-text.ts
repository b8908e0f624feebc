/** Control sequences of terminals: links and titles, colors and moves of the cursor, and others of two characters. */
const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control sequences start with one
  /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[ -/]*[0-~]/g;

/**
 * Returns what a terminal shows of a text in the end: without colors, with what was overwritten after a carriage return or a
 * backspace, as progress bars do. Takes linear time.
 *
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-48/
 */
export function terminalText(text: string): string {
  const plain = text.replaceAll(sequences, "").replaceAll("\r\n", "\n");
  return plain
    .split("\n")
    .map((line) => (/[\r\b]/.test(line) ? overwritten(line) : line))
    .join("\n")
    .replaceAll(otherControls, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that HTML can't have
const otherControls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Writes a line as a terminal does, in which a carriage return goes to its start and a backspace one character back. */
function overwritten(line: string): string {
  const cells: string[] = [];
  let at = 0;
  for (const character of line) {
    if (character === "\r") at = 0;
    else if (character === "\b") at = Math.max(0, at - 1);
    else {
      cells[at] = character;
      at += 1;
    }
  }
  return cells.join("").trimEnd();
}
