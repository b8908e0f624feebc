# Records what Jekyll makes of the Markdown in a fixture: fills in "html" of each case by "source" and "options".
# Needs kramdown, kramdown-parser-gfm and rouge. Usage: ruby record.rb FILE

require "json"
require "kramdown"
require "kramdown-parser-gfm"

Encoding.default_external = "utf-8"
file = ARGV.fetch(0)

SETTINGS = {
  "input" => "GFM", "hard_wrap" => false, "auto_ids" => true, "footnote_nr" => 1, "entity_output" => "as_char",
  "toc_levels" => [1, 2, 3, 4, 5, 6], "smart_quotes" => "lsquo,rsquo,ldquo,rdquo", "syntax_highlighter" => "rouge",
  "syntax_highlighter_opts" => { "default_lang" => "plaintext", "guess_lang" => true }
}.freeze

kinds = JSON.parse(File.read(file))
kinds.each_value do |cases|
  cases.each do |each|
    own = each["options"] || {}
    if own["syntax_highlighter_opts"]
      own = own.merge("syntax_highlighter_opts" => SETTINGS["syntax_highlighter_opts"].merge(own["syntax_highlighter_opts"]))
    end
    # Jekyll takes no highlighter for its own one, as it replaces what is empty.
    each["html"] = Kramdown::Document.new(each["source"], SETTINGS.merge(own)).to_html
  end
end
File.write(file, "#{JSON.pretty_generate(kinds)}\n")
