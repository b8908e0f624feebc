/** The hosts for which the command writes deploy files. */
export const hosts = ["github", "netlify", "cloudflare", "none"] as const;

/** One of these hosts. */
export type Host = (typeof hosts)[number];

/** The names of the hosts for people. */
export const hostNames: Record<Host, string> = {
  github: "GitHub Pages",
  netlify: "Netlify",
  cloudflare: "Cloudflare Pages",
  none: "none of these, or later",
};

/** The version of Node.js that a host builds with. */
const nodeVersion = 22;

/**
 * Returns the files that a host needs to build and publish a site: path in the site to content.
 *
 * @param name - The name of the site's project, for hosts that need one.
 */
export function hostFiles(host: Host, name: string): Record<string, string> {
  switch (host) {
    case "github":
      return { ".github/workflows/deploy.yml": githubWorkflow };
    case "netlify":
      return { "netlify.toml": netlifyFile };
    case "cloudflare":
      return { ".github/workflows/deploy.yml": cloudflareWorkflow(name) };
    case "none":
      return {};
  }
}

/** The remaining step at each host, in one sentence. */
export const hostSteps: Record<Host, string | undefined> = {
  github: 'At GitHub, set Settings > Pages > Source to "GitHub Actions", and push.',
  netlify: "At Netlify, import the repository; netlify.toml has the settings.",
  cloudflare:
    "At GitHub, add the secrets CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID; at Cloudflare, create the Pages project.",
  none: undefined,
};

const workflowStart = `name: Deploy
on:
  push:
    branches: [main, master, gh-pages]
  workflow_dispatch:
`;

const buildSteps = `      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        with:
          node-version: ${nodeVersion}
          cache: npm
      - run: npm ci
`;

const githubWorkflow = `${workflowStart}
permissions:
  contents: read
  pages: write
  id-token: write

concurrency:
  group: pages

jobs:
  deploy:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
${buildSteps}      # Returns the path prefix of the site at the host.
      - uses: actions/configure-pages@v5
        id: pages
      - run: npm run build -- --pathprefix="\${{ steps.pages.outputs.base_path }}/"
      - uses: actions/upload-pages-artifact@v5
        with:
          path: _site
      - uses: actions/deploy-pages@v5
        id: deployment
`;

const cloudflareWorkflow = (name: string): string => `${workflowStart}
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      deployments: write
    steps:
${buildSteps}      - run: npm run build
      - uses: cloudflare/wrangler-action@v3
        with:
          apiToken: \${{ secrets.CLOUDFLARE_API_TOKEN }}
          accountId: \${{ secrets.CLOUDFLARE_ACCOUNT_ID }}
          command: pages deploy _site --project-name=${name}
`;

const netlifyFile = `[build]
  command = "npm run build"
  publish = "_site"

[build.environment]
  NODE_VERSION = "${nodeVersion}"
`;
