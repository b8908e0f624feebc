# Prints what Jekyll makes of each test case of kramdown, as a JSON object by the name of the case.
# Needs kramdown, kramdown-parser-gfm and rouge. Usage: ruby jekyll.rb FOLDER

require "json"
require "yaml"
require_relative "settings"

folder = ARGV.fetch(0)

cases = Dir[File.join(folder, "**/*.text")].sort.to_h do |file|
  options_file = file.sub(/\.text\z/, ".options")
  own = File.exist?(options_file) ? YAML.unsafe_load_file(options_file) : {}
  # Without automatic ids, as in kramdown's own tests.
  own = { "auto_ids" => false }.merge(own.transform_keys(&:to_s))
  html = begin
    Kramdown::Document.new(File.read(file), settings_with(own)).to_html
  rescue StandardError, LoadError => error
    "error: #{error.message}"
  end
  [file.delete_prefix("#{folder}/").delete_suffix(".text"), html]
end
puts JSON.generate(cases)
