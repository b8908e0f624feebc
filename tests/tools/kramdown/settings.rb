# The settings with which Jekyll uses kramdown, for the tools that record what it makes.

require "kramdown"
require "kramdown-parser-gfm"

Encoding.default_external = "utf-8"

SETTINGS = {
  "input" => "GFM", "hard_wrap" => false, "auto_ids" => true, "footnote_nr" => 1, "entity_output" => "as_char",
  "toc_levels" => [1, 2, 3, 4, 5, 6], "smart_quotes" => "lsquo,rsquo,ldquo,rdquo", "syntax_highlighter" => "rouge",
  "syntax_highlighter_opts" => { "default_lang" => "plaintext", "guess_lang" => true }
}.freeze

# Returns the settings with a site's own, those of the highlighter one by one.
def settings_with(own)
  SETTINGS.merge(own) do |name, theirs, value|
    name == "syntax_highlighter_opts" && value ? theirs.merge(value) : value
  end
end
