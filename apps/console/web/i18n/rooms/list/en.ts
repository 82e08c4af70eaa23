const list = {
  search: "Client’s name",
  filters: "Filters",
  filtersOn: "{count, plural, =0 {Filters} other {Filters: #}}",
  bot: "Bot",
  line: "Open line",
  lineName: "Line {id}",
  topic: "Topic",
  any: "Any",
  mine: "Mine",
  mineHint: "Those that you lead",
  late: "Too late",
  lateHint: "Clients who wait for a person for longer than the portal allows",
  clear: "Clear the filters",
  remove: "Remove the filter",
  view: {
    title: "Save this view",
    name: "Name",
    shared: "For everybody",
    sharedHint: "It stands in everybody’s side bar",
    save: "Save",
    saved: "Saved. It stands below the queues.",
    of: "Shared by {name}",
    remove: "Delete the view “{name}”",
  },
};

const palette = {
  title: "Go to or do",
  placeholder: "A page, a queue, a client’s name",
  nothing: "Nothing is called that.",
  groups: { go: "Go to", views: "Saved views", clients: "Clients", set: "Settings" },
  theme: "Theme: {theme}",
  language: "Language: {language}",
  shortcuts: "Keyboard shortcuts",
  signOut: "Sign out",
};

export const messages = { list, palette };
