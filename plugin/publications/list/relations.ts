/** What a selection of publications asks about people and projects, whose rooms lie above this one. */
export interface Relations {
  /** The ids of the publications of a person of the section `people`; undefined if nobody there has that id. */
  worksOfPerson(id: string): ReadonlySet<string> | undefined;
  /** The ids of the publications of a project of the section `projects`; undefined if there is none of that id. */
  worksOfProject(id: string): ReadonlySet<string> | undefined;
  /** The ids of all people and projects, for messages. */
  readonly people: readonly string[];
  readonly projects: readonly string[];
}
