# Prints what Jekyll makes of each test case of kramdown, as a JSON object by the name of the case.
# Needs kramdown, kramdown-parser-gfm and rouge. Usage: ruby jekyll.rb FOLDER

require "json"
require "yaml"
require "kramdown"
require "kramdown-parser-gfm"

Encoding.default_external = "utf-8"
folder = ARGV.fetch(0)

# The settings of Jekyll, without automatic ids, as in kramdown's own tests.
SETTINGS = {
  "input" => "GFM", "hard_wrap" => false, "auto_ids" => false, "footnote_nr" => 1, "entity_output" => "as_char",
  "toc_levels" => [1, 2, 3, 4, 5, 6], "smart_quotes" => "lsquo,rsquo,ldquo,rdquo", "syntax_highlighter" => "rouge",
  "syntax_highlighter_opts" => { "default_lang" => "plaintext", "guess_lang" => true }
}.freeze

cases = Dir[File.join(folder, "**/*.text")].sort.to_h do |file|
  options_file = file.sub(/\.text\z/, ".options")
  own = File.exist?(options_file) ? YAML.unsafe_load_file(options_file) : {}
  own = own.transform_keys(&:to_s)
  if own["syntax_highlighter_opts"]
    own["syntax_highlighter_opts"] = SETTINGS["syntax_highlighter_opts"].merge(own["syntax_highlighter_opts"])
  end
  html = begin
    Kramdown::Document.new(File.read(file), SETTINGS.merge(own)).to_html
  rescue StandardError, LoadError => error
    "error: #{error.message}"
  end
  [file.delete_prefix("#{folder}/").delete_suffix(".text"), html]
end
puts JSON.generate(cases)
