/** Reads numbers of a font, which are big-endian, one after the other. Throws a RangeError at the end of the bytes. */
export class ByteReader {
  #at: number;

  constructor(
    private readonly bytes: Buffer,
    start = 0,
  ) {
    this.#at = start;
  }

  /** The position of the next number. */
  get position(): number {
    return this.#at;
  }

  u8(): number {
    return this.bytes.readUInt8(this.#skip(1));
  }

  u16(): number {
    return this.bytes.readUInt16BE(this.#skip(2));
  }

  i16(): number {
    return this.bytes.readInt16BE(this.#skip(2));
  }

  u32(): number {
    return this.bytes.readUInt32BE(this.#skip(4));
  }

  /** Four characters that name a table. */
  tag(): string {
    return this.take(4).toString("latin1");
  }

  take(length: number): Buffer {
    if (length < 0 || this.#at + length > this.bytes.length) throw new RangeError("the font ends too early");
    return this.bytes.subarray(this.#skip(length), this.#at);
  }

  #skip(length: number): number {
    this.#at += length;
    return this.#at - length;
  }
}
