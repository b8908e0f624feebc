/** A video at a host that embeds its videos in other sites. */
export interface HostedVideo {
  /** The name of the host, for readers: `YouTube`, or the host of a PeerTube site. */
  service: string;
  /** The hosts by which the option `embeds` allows it. */
  hosts: readonly string[];
  /** The URL of the video's page. */
  url: string;
  /** The URL of its player, at the host that sets the fewest cookies. */
  player: string;
}

const youTube = new Set([
  "youtube.com",
  "m.youtube.com",
  "music.youtube.com",
  "youtube-nocookie.com",
  "youtu.be",
]);
const vimeo = new Set(["vimeo.com", "player.vimeo.com"]);

/**
 * Returns the video of a URL at YouTube, Vimeo or a PeerTube site; undefined for any other URL. The start that a URL of YouTube
 * has, `?t=90`, is kept.
 *
 * @see https://developers.google.com/youtube/player_parameters
 * @see https://docs.joinpeertube.org/api/embed-player
 */
export function hostedVideo(source: string): HostedVideo | undefined {
  if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return undefined;
  const url = new URL(source);
  const host = url.host.replace(/^www\./, "");
  if (youTube.has(host)) return youTubeVideo(url, host);
  if (vimeo.has(host)) return vimeoVideo(url);
  const [, id] = /^\/(?:w|videos\/watch|videos\/embed)\/([\w-]{20,40})\/?$/.exec(url.pathname) ?? [];
  if (!id) return undefined;
  return { service: host, hosts: [host], url: source, player: `https://${url.host}/videos/embed/${id}` };
}

function youTubeVideo(url: URL, host: string): HostedVideo | undefined {
  const path = url.pathname.split("/").filter(Boolean);
  const isNamed = ["embed", "shorts", "live", "v"].includes(path[0] ?? "");
  const id = host === "youtu.be" ? path[0] : isNamed ? path[1] : (url.searchParams.get("v") ?? undefined);
  if (!id || !/^[\w-]{6,20}$/.test(id)) return undefined;
  const start = seconds(url.searchParams.get("t") ?? url.searchParams.get("start") ?? "");
  return {
    service: "YouTube",
    hosts: ["youtube", ...youTube],
    url: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ""}`,
    player: `https://www.youtube-nocookie.com/embed/${id}${start ? `?start=${start}` : ""}`,
  };
}

function vimeoVideo(url: URL): HostedVideo | undefined {
  const [, id, hash] = /^\/(?:video\/)?(\d+)(?:\/(\w+))?\/?$/.exec(url.pathname) ?? [];
  if (!id) return undefined;
  // Videos that are not listed have a second part.
  const key = hash ?? url.searchParams.get("h") ?? "";
  const isKey = /^\w+$/.test(key);
  return {
    service: "Vimeo",
    hosts: ["vimeo", ...vimeo],
    url: `https://vimeo.com/${id}${isKey ? `/${key}` : ""}`,
    player: `https://player.vimeo.com/video/${id}?dnt=1${isKey ? `&h=${key}` : ""}`,
  };
}

/** Returns the seconds of a time such as `90`, `90s` or `1m30s`; 0 for anything else. */
function seconds(time: string): number {
  const [match, hours = 0, minutes = 0, rest = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time) ?? [];
  return match ? Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) : 0;
}
