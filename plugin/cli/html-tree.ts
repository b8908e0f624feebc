import { parse } from "parse5";

/** The fields of a parse5 node that the command reads. */
export interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  content?: Node;
}

/** Parses HTML as a browser does. */
export const parsePage = (html: string): Node => parse(html) as Node;
