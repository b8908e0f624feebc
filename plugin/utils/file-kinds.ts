import path from "node:path";

/** Kinds of files that an option or a field may name, with their extensions and the word for one such file. */
const fileKinds = {
  image: {
    word: "an image",
    extensions: "apng avif bmp eps gif heic heif ico jfif jpe jpeg jpg jxl png svg tif tiff webp",
  },
  document: {
    word: "a document",
    extensions: "djv djvu doc docx dvi eps epub htm html odt pdf ps rtf tex txt xhtml xps",
  },
  slides: { word: "slides", extensions: "odp pps ppsx ppt pptx" },
  archive: { word: "an archive", extensions: "7z bz2 gz rar tar tbz2 tgz txz xz zip zst" },
  notebook: { word: "a notebook", extensions: "ipynb nb qmd rmd" },
  table: {
    word: "data",
    extensions: "arrow bib csv dta fits h5 hdf5 mat nc npy npz ods parquet rds ris sav tsv xls xlsx",
  },
  recording: {
    word: "a recording",
    extensions: "aac flac m4a m4v mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus srt vtt wav webm",
  },
  /** The recordings with images that browsers play. */
  video: { word: "a video", extensions: "m4v mov mp4 ogv webm" },
  /** The recordings of sound alone that browsers play. */
  audio: { word: "a sound recording", extensions: "aac flac m4a mp3 oga ogg opus wav" },
  code: { word: "code", extensions: "c cc cpp cu do f f90 h hpp jl lean m py r rs sas stan" },
  font: { word: "a font", extensions: "otf ttf woff woff2" },
} as const;

/** The name of a kind of files. */
export type FileKind = keyof typeof fileKinds;

/** The kinds of files that slides of a talk or a publication may be. */
export const kindsOfSlides = ["document", "slides", "image", "archive", "notebook", "recording"] as const;

/** Extensions of files that are not text, other than images, recordings, archives and fonts. */
const otherBinaries = new Set(
  "bin class dat db dds dll dmg doc docx ds_store dvi ear eot epub exe fits h5 hdf5 icns iso jar mat npy npz o odp ods odt pack parquet pdf pkl ppt pptx psd pyc rds so sqlite swf war wasm xls xlsx".split(
    " ",
  ),
);
/** Extensions of text among these kinds. */
const textExtensions = new Set(["svg", "srt", "vtt", "eps"]);

const extensionsByKind = new Map<string, ReadonlySet<string>>(
  Object.entries(fileKinds).map(([kind, { extensions }]) => [kind, new Set(extensions.split(" "))]),
);

/** Returns whether a file is, by its extension, of one of these kinds. */
export function isOfKind(file: string, kinds: readonly FileKind[]): boolean {
  const extension = path.extname(file).slice(1).toLowerCase();
  return kinds.some((kind) => extensionsByKind.get(kind)?.has(extension));
}

/** Returns whether a file is not text, by its extension. */
export function isBinary(file: string): boolean {
  const extension = path.extname(file).slice(1).toLowerCase();
  if (textExtensions.has(extension)) return false;
  return otherBinaries.has(extension) || isOfKind(file, ["image", "recording", "archive", "font"]);
}

/** The kinds whose extensions are hardly domains at the same time, as `rs` and `py` are. */
const unmistakable = ([...extensionsByKind.keys()] as FileKind[]).filter((kind) => kind !== "code");

/** Returns whether a file has an extension of any of these kinds but code. */
export const hasKnownExtension = (file: string): boolean => isOfKind(file, unmistakable);

/** Returns kinds as words for a sentence: `a document, slides or an archive`. */
export function describeKinds(kinds: readonly FileKind[]): string {
  const words = kinds.map((kind): string => fileKinds[kind].word);
  const last = words.pop() ?? "";
  return words.length > 0 ? `${words.join(", ")} or ${last}` : last;
}
