# Records what Jekyll makes of the Markdown in a fixture: fills in "html" of each case by "source" and "options".
# Needs kramdown, kramdown-parser-gfm and rouge. Usage: ruby record.rb FILE

require "json"
require_relative "settings"

file = ARGV.fetch(0)

kinds = JSON.parse(File.read(file))
kinds.each_value do |cases|
  cases.each do |each|
    own = each["options"] || {}
    # Jekyll takes no highlighter for its own one, as it replaces what is empty.
    each["html"] = Kramdown::Document.new(each["source"], settings_with(own)).to_html
  end
end
File.write(file, "#{JSON.pretty_generate(kinds)}\n")
