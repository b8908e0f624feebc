/** Media types by extension, of files that publications have. @see https://www.iana.org/assignments/media-types/ */
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  ps: "application/postscript",
  epub: "application/epub+zip",
  htm: "text/html",
  html: "text/html",
  txt: "text/plain",
  tex: "application/x-tex",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/json",
  parquet: "application/vnd.apache.parquet",
  ipynb: "application/x-ipynb+json",
  zip: "application/zip",
  gz: "application/gzip",
  tgz: "application/gzip",
  tar: "application/x-tar",
  xz: "application/x-xz",
  "7z": "application/x-7z-compressed",
};

/** Returns the media type of a file by the extension in its URL; undefined if it is unknown. */
export function mediaTypeOf(url: string): string | undefined {
  const extension = /\.(\w{1,8})(?:[?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
}
