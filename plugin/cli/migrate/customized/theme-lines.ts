// Written by tests/tools/theme-facts.ts.

/** The lines of all versions of a file of Indigo. */
export interface FileFacts {
  /** The keys of its distinct lines, joined; see `keyOf`. */
  lines: string;
  /** For each version, from the oldest, the ranges of indexes of its lines. */
  versions: readonly string[];
}

/** The lines of the layouts, includes and Sass files of Indigo: path to facts. */
export const themeLines: Readonly<Record<string, FileFacts>> = {
  "_includes/analytics-google.html": {
    lines: "bmAn57FcnAEwbhsSjtKA3TDGBPNX6zmQRlr0n0nVbJZWXw6cISK8cu4jW2PlkGUQbQG5LhvkzJwU",
    versions: ["0-10", "0-2 4-11", "10 12-18"],
  },
  "_includes/analytics-piwik.html": {
    lines: "Npdx57FcaXa8by7geKgf3TDGiycANOdY5Ze2FlJI1JfIn0nVbJZWo9Wegn9kxCHX",
    versions: ["0-13", "0-12 14", "0-12 15"],
  },
  "_includes/author.html": {
    lines:
      "GQ0JXF66WTs4qsMmZ1gHBzht6XfSxaK7PjnmgsD17NW4n82tL4j-GV_eVfJ7S1jutkABxNDQKms_b7uEKYQvlyNk9v6hdkhWrSu2z62cBYavEHFOPOyHJbVdNt-Cs88AeFOogUNP65mA-PMLWsTL-yY4ZXOE6xkLMsmnWvql5E88IwaTCEztzICi3tRmMESVdJnDYrZ-41ZfM8ZzAK06sY4lnbfMBrBFmscPhf5CqXCH3f2n4996GpFn",
    versions: [
      "0-13",
      "1-14",
      "1 3-15",
      "1 3-7 9-16",
      "1 3-4 7 9-14 16-19",
      "1 3-4 7 9-14 16-26",
      "1 3-4 7 9-14 16-28",
      "1 3-4 7 9-14 16 18-29",
      "1 3-4 7 9-14 18-30",
      "1 3-4 7 9-14 17-28 30",
      "1 3-4 7 9-14 17-19 22-28 30",
      "1 3-4 7 10-11 13-14 18-20 22-23 25 27-40",
      "1 3-4 7 10-11 13-14 17-20 22-23 25 27-28 30-40",
      "1 3-4 7 10-11 13-14 17-19 22-23 25 27-28 30-34 37-40",
      "1 3-4 7 10 13-14 18-19 22-28 41-58",
      "1 3-4 7 10 13-14 18-19 22-23 27-28 32 34 38 41-49 53-55 59-61",
    ],
  },
  "_includes/blog-post.html": {
    lines: "KQHB6EwJiUr9IiuD7NW4qsMmac_n3aqeORHlgpaN2rvBnkNceFU4PwWpDOfmneXSJ_-5",
    versions: [
      "0-5",
      "0 2-8",
      "0-6 8",
      "0-5 8-9",
      "0-5 8 10",
      "4-5 8 10-14",
      "4-5 8 10 12-15",
      "4-5 8 10 12-13 15-16",
      "4-5 12-13 15-16",
      "4-5 12-15",
    ],
  },
  "_includes/disqus.html": {
    lines: "c3ET2yzX57FcXWbSXpl63TDGbQzFGxkvUcd7n0nVbJZWyotxmeDwGV_eLCkXNLEllvCelKlBRMKKZQVd3zmC9Sh7WmCk",
    versions: [
      "0-13",
      "0-6 8-14",
      "0-6 8-13 15",
      "0-2 4-6 8-13 15-16",
      "0-6 8-13 15 17-20",
      "0-2 4-6 8-13 15-20",
      "0-2 4-6 8-10 13 15-22",
    ],
  },
  "_includes/favicon.html": {
    lines:
      "yvVxyzXcTkeq7CqYaVZasGsJeUG2tfWMPbk03CDSeukGzgDLFz6i4UpXwwObZcEhoucKa7y-Yu_8KdNEJunYIof1bw8uIvGwkTvNRMSSitSCdZ7LO_fvr0lDmV1Xw3u5nTgz",
    versions: ["0-19", "13-32"],
  },
  "_includes/footer.html": {
    lines:
      "pZMxEitzaI9i0o7nhyLjPIl4MojcTYb7KNugdSdvEVPzv6SsCH0XEdY3bObIcVEf7NW4Ms1JQR_bESCdIU-CAc84fMfOp-LSq90qUX3UD_-wBb24",
    versions: [
      "0-2",
      "0 2-3",
      "0 2-4",
      "2 5-9",
      "2 5-7 9-10",
      "2 5-7 9 11",
      "2 5-7 9 12",
      "2 5 7 9 12-16",
      "2 5 7 9 12-18",
      "2 5 7 9 13-14 16 19-24",
      "2 5 7 9 14 16 19-25",
      "2 5 7 9 14 16 22-26",
      "2 5 7 9 16 22-27",
    ],
  },
  "_includes/header.html": {
    lines:
      "C3r9WPCGx0fohhTA-lwiNevFIaxLAFbu_5ssqsMmUDTyORHlSGsNWmPbpRjeKajFcxa69AfPBU7thfJ3SRZc8N-l6GL2xrx2FYhTA_F8F6lgvMvqbSK9-rZ6ew177NW4af99iRWFruQf3xooNlVp5B9ktA1lJ1GAM_dnZE_i2v13pLM_zICiwUPydDJj1AaBQJr2MscOQR_bss6EVVeP",
    versions: [
      "0-12",
      "0-2 4-13",
      "0-2 4-18",
      "0-2 4-17 19",
      "0-2 4-14 16-17 19-20",
      "1-2 4-14 16-17 19-21",
      "2 4-5 10-13 22-24",
      "10-12 22-28",
      "10-12 22-24 26-29",
      "10-12 22-24 26-31",
      "10-12 23-24 26-36",
      "10-12 23-24 27-37",
      "10-12 23-24 27-36 38-44",
      "10-12 23-24 27-29 31-36 45-46",
      "10-12 23-24 27-29 31-36 46-47",
      "10-12 23-24 27-36 41 46 48-50",
      "10-12 23-24 28-36 41 48-52",
    ],
  },
  "_includes/icons.html": {
    lines:
      "V-6Dt7ImnRGGU3VkzUa9BTKqiJhfb6GC6E52LxZHJNlDDxVCmO6sX5I9wQYVdGesKonvAhqJX-ymAc84dr315mmq8kpToeUogMtASKcQ2aTMDoobeDRA28Wuo71HC6S63M6uq5vWyn8x0yh1gx7KUYBT4XGO12f-d55wB2-K7PSwxrepZhJIjXqeEJUE55hufbN3_VEpDaXdLElk82hwa-JAhWfD125ok0xy3G6bOmXBgkjh5yGhNCCUlQJFe9-KmZWDyx2Xv9lXQ4x9ZettORHlz5LOnQgMsF9U6OWl-dN7_1sKmIz_TZJzk3ItNsZNQYyjpSrtv_h5Zg8NLzi-wk58GJiMiRse-OcgoaKDO16N9T00YrZ-UWgtDItZGBZHF-Ovqbgw8-CTSWrL98StGKDCEzab3hzcmLfHbOKj0CRAauveQYtmjJsjXFHKVvzpeSpo2LHTzICis14a3PHKTRi4LClbilzMPkfxhGuvZ-FN",
    versions: [
      "0-19",
      "0-32",
      "0-38",
      "0-41",
      "0-44",
      "0-47",
      "0-44 48-50",
      "0-44 46 48 50",
      "0-44 46 48 50-56",
      "0-44 46 48 50-59",
      "0-44 46 48 50-62",
      "0-44 46 48 50-64",
      "0-44 46 48 50-67",
      "0-32 36-44 46 48 50-56 60-67",
      "0-44 46 48 50-85",
      "86",
      "1-3 5-7 9-10 12-13 15-16 18-21 23-24 26-27 29-30 33-34 36-37 39-40 42-43 46 48 51-52 54-55 57-58 60-61 63 65-66 87-122",
      "1-3 5-7 9-10 12-13 18-21 26-27 29-30 87-99 102 105-108",
    ],
  },
  "_includes/metas.html": {
    lines: "G4I-LqwAoVG-XplL0St_ILfCZE_iLZKVORHl8mjgShcZfUCOjKH4ntsJ1fUCdxz4Gl4wAwX_",
    versions: ["0-17"],
  },
  "_includes/nav.html": {
    lines:
      "OnjPOYhBTKKS8T7GlJ8XPax9NIhFUND17Vc06YUQntLreLkfQHzp7ERrhD0POV08ccmrjrvd6vRyHXX_FtKTORHlheVDIFSfJU6AEGrkMAnX46YNlW2R3laL0eHz9y3ZefnaJ1Nw",
    versions: [
      "0-7",
      "0-1 4 6-10",
      "0-3 5-7 11",
      "0-1 6-10 12",
      "0-1 6-8 12-14",
      "1 6-8 12-15",
      "6-7 15-30",
      "6-7 15-32",
      "6-7 15-31 33",
    ],
  },
  "_includes/pagination.html": {
    lines: "dXXDQX0GbEAAZE_iL4ADORHl8fC8ysXIygaAj4JyqsMmgHrQZGcdXkfn3GIXu6P6p64CCWlf",
    versions: ["0-10", "0-1 3 5 7 10-15", "0-1 3 5 7 10 12-13 15-17"],
  },
  "_includes/photography-post.html": {
    lines: "neXSeFU4PwWpDOfm7NW4qsMm",
    versions: ["0-5"],
  },
  "_includes/read-time.html": {
    lines: "qYahU__Gieqnda26ZE_iqIPSORHlQR_b",
    versions: ["0-7"],
  },
  "_includes/related.html": {
    lines:
      "_yD1BCMmolzzORHlkLGa_U2mqsMmumUz55pIf89NFsOH8_4p1rQ4LhL-j8JFOYhB-ChtbunR1uiGAvCW7NW4FtKT_Zc1HG09h6cH0oi5NIhF",
    versions: ["0-6", "0 3 6-26"],
  },
  "_includes/schema.html": {
    lines:
      "A1varQsGAh-1LvnCMA82IaY9jnUV4upoF7BL8a6usEyI5SoYQp8cTLEl5PuOxQX8H6v_caxsErA7j8jJuweXoRgXS7lLBBCOEZgfZkoN4XBjrP_U0Qs2ORHlbJZW",
    versions: ["0-30"],
  },
  "_includes/social-links.html": {
    lines:
      "XNwuRDgDi_JcJGh07NW4ORHlaMds3-3PNb-Zk392pemQNrhCU8jOKMro2qPPqgNiUK6mMIPB9TjnvPhm7snayoyfzldYKguhqsMmNLv5lrNTXLa4bk6tZygnVEpuWB1PSnzkBruJZett_1sKmIz_nQgMsF9UTZJzxrVNBdY7NsZNBCAH1o6w6OWlh2AyOO3eQYyjnyEjcuWYNBko4EKkIBadrMX-jN6PpSrt2u3-GEyXQfF0v_h5budSHr2MLzi-l_d14ZgnZg8NwpBxlb4x-dN7RCOYkA3Swk58ZEZT9uRSz5LOu493-2XB0y-9gUNPs88A81B_kzcGe9el-yY4qHHQ298fxM5YoQhLiJWzABgko4h66xkL3EnZV-W_fUjpHrzdzFmpbHhGJXVnkFe8R70gaOGHCh12MQb5gkApzFzocFH70Vxwz3w5vcgE9IuwMw5Cl3DtxeMhdopG3kiVw8FVTs6urMfIrPssPry7euJ13uP7iUUI49963f2nxENDGpFnpas1vmpBWP2dMkz9JTvZfi1yRRKOzU2QXW-uB8Xjtw6IsmeEQPHlEPzUJDDO",
    versions: [
      "0-24",
      "0-1 3-6 8-9 11-12 14-15 17-18 20-21 23-31",
      "0 3-5 8 11 14 17 20 23-38",
      "0 3-5 8 11 14 17 20 23-47",
      "0 3-5 8 11 14 17 20 23-50",
      "0 3-5 8 11 14 17 20 23-28 30-51",
      "0 3-5 8 11 14 17 20 23-28 30-50 52",
      "0 3-5 8 11 14 17 20 23-28 30-50 53",
      "0 3-5 8 11 14 17 20 23-39 41-45 47-50 54-55",
      "0 3-5 8 11 14 17 20 23-28 30-39 41-45 47-50 53-55",
      "0 3-5 8 11 14 17 20 23-28 30-39 41-45 47-50 53-58",
      "0 3-5 8 11 14 17 20 23-28 30 32-39 41-45 47-50 53-59",
      "0 3-5 8 11 14 17 20 23-28 30 32-39 41-45 47-50 53-62",
      "0 3-5 8 11 14 17 20 23-28 30 32-39 41-45 47-50 53-68",
      "0 3-5 8 11 14 17 20 23-28 30 32-39 41-45 47-50 53-71",
      "0 3-5 8 11 14 17 20 23-28 30 32-39 41-45 47-50 53-74",
      "0 3-5 8 11 14 17 20 23-28 30 32-39 41-45 47-50 53-77",
      "0 3-5 8 11 14 17 20 23-28 30 32-39 41-45 47-50 53-75 77-78",
      "0 3-5 8 11 14 17 20 23-28 30 32-38 42-45 47-50 53 55-75 77-78",
      "0 4-5 24-28 30 32-39 42-43 45 48-49 53-57 59-61 63-64 66-67 69-70 72-73 75 78-96",
      "0 4-5 24-28 30 32-38 42-43 45 48-49 53 55-57 59-61 63-64 66-67 69-70 72-73 75 78-80 82-96",
      "0 3-5 8 11 14 17 20 23-24 27 32-39 41-42 44-45 47-50 55-60 62-75 77-78 97-104",
      "0 3-5 8 11 14 17 20 23-24 27 32-39 41-42 44-45 47-50 55-60 62-75 77-78 97-101 103-105",
      "0 3-5 8 11 14 17 20 23-24 32-39 41-42 44-45 47-48 50 56 58 60 62-63 65-66 68-69 71-72 74-75 77 106-123",
      "0 3-5 8 11 14 17 23-24 32-36 38 106-107 109 111 115 123",
      "0 4-5 24 32-36 38 106-107 109 111 115 123-130",
      "0 4-5 24 32-36 38 124-136",
      "0 4-5 24 32-36 38 124-130 137-142",
      "0 4-5 24 32-36 38 124-125 127-130 137-143",
    ],
  },
  "_includes/style-dark.scss": {
    lines: "2uHdquec7VvPSdvNC6kl17WKPiugf7d9yZa4A-lDDY4AsrNW-FfEx4bh5TIkD8wlUff1RkfbBnH_SLGtDRITGyEh",
    versions: ["0-20", "0-1 3-21", "0-1 3-14 16-21"],
  },
  "_includes/style.scss": {
    lines: "duhVquec7VvPSdvNC6kl17WKPiugf7d9yZa4A-lDDY4AsrNW-FfEx4bh5TIkD8wlUff1RkfbBnH_SLGtDRIT",
    versions: ["0-19", "0-20", "0-14 16-20"],
  },
  "_layouts/blog.html": {
    lines:
      "yz-RuhCNqbCdOig_hDMA_JtOKQHB6EwJiUr9IiuD7NW4qsMmh6cHGMKPGV_epZZTD2k-SWq2VLNsZE_i55pIORHlZ2MkqgWhSnPMtACj",
    versions: ["0-15", "0-5 12 14-21", "0-5 12 14-15 17-24", "0-3 5 12-17 19-25"],
  },
  "_layouts/compress.html": {
    lines: "yz-RKU439X_NQZkwLLr4NyZ-ghW5qEGzkUkl-N-uAzLQ7EOJj8wL",
    versions: ["0-6", "0-1 3-5 7-9", "0-1 3-5 8 10-11", "0-1 4-5 8 10-12"],
  },
  "_layouts/default.html": {
    lines:
      "yz-RC-I3x35RUjNczlGcDa3eyulHzvIYgIj2HaJCXureoKKET1m2lJjLRVGCagqeaesxmqv959xO7XAcJp5zZE_iGOMKPkaLAUQwORHlUu0JqsMm2Bm4bmAn57FcnAEwbhsSjtKA3TDGBPNX6zmQRlr0n0nVbJZWEkIH_f4JNWKM3Ga2y5uZe3ds4vtaBLizsxokxCQqh2sKe4P-nzyEdoH19Iek3ZdTXkEXYb7qnaAkAaG8CHIOBxljseEfXCy5uvidzCTOT6adh4PjRYGQt_JQwKlf0Qs2CMCFih3J53xsROUmpC7f",
    versions: [
      "0-41",
      "0-11 13-42",
      "0-9 11 13-43",
      "0-9 11 13-28 40-45",
      "0-9 11 13-17 19-28 40-46",
      "0-9 11 13-17 19-21 23-28 40-47",
      "0-9 11 13-17 19-21 24-28 40-48",
      "0-9 11 13-17 19-21 24-28 40-45 47-49",
      "0-2 4-9 11 13-17 19-21 24-28 40-45 47-50",
      "0-2 4-9 11 13-17 19-21 24-28 40-42 45 47-50",
      "0-2 4-9 11 13-14 16-17 19-21 24-28 40-42 45 47-51",
      "0-2 4-9 11 13-14 16-17 19-21 24-28 40-42 45 47-50 52",
      "0-2 4-9 11 13-14 16-17 19-21 24-28 40-42 45 47-50 53-56",
      "0-2 4-9 11 13-14 16-17 19-21 24-28 40-42 45 48-50 53-57",
      "0-2 4-9 11 13-14 16-17 19-21 24-28 40-42 45 48-50 53-58",
      "0-2 4-9 11 13-14 16-17 19-21 24-28 40-42 45 48-50 53-60",
      "0-2 4-5 7 9 11 13-14 16-17 19-21 24-28 40-42 45 48-50 53-60",
      "0-2 4-5 7 9 11 13-14 16-17 19-21 24-28 40-42 45 48-50 53-58",
      "0-2 4-5 7 9 11 13-14 16-17 20-21 24-28 40-42 45 48-50 53-58 61",
      "0-2 4-5 7 9 11 13-14 16-17 20-21 24-28 40-42 45 48-50 53-58 61-63",
      "0-2 4-5 7 9 11 13-14 16-17 20-21 24-27 40-42 45 48-50 53-58 61-64",
      "0-2 4-5 7 11 13-14 16-17 20-21 24-27 40-42 45 48-50 53-58 61-65",
      "0-2 4-5 7 11 13-14 16-17 20-21 24-27 40-42 45 48-50 53-58 61 63-73",
      "0-2 4-5 7 11 13-14 16-17 20-21 24-27 40-42 45 48-50 53-58 61 63 65-74",
      "0-2 4-5 7 11 14 16-17 20-21 24-27 40-42 45 48-50 53-58 61 63 65-74",
      "0-2 4-5 7 11 14 16-17 20-21 24-27 40-42 45 48-50 53-58 61 63 65-75",
      "0-2 4-5 7 11 14 16-17 20-21 24-27 40-42 45 48-50 53-58 61 63 65-74 76",
    ],
  },
  "_layouts/page.html": {
    lines: "yz-RuhCNOig_jznzpZZT",
    versions: ["0-4"],
  },
  "_layouts/post.html": {
    lines:
      "yz-RuhCNRZL9Oig_ylV9e1PIjznzGQ0JnsH8TAV4qsMmDDLe1T7oPnCDRzddPjnmgsD17NW4n82tL4j-GV_ec3ET2yzX57FcXWbSXpl63TDGbQzFGxkvUcd7n0nVbJZWyotxmeDwpZZT3rET6UB_OtQawtNXQR_bLflnDPVa33Ukf644As4WmkyyTSYeORHlYzKNZwWdh6cHRG55xn7mr9nlXwwtapTd7KEOdScTI-cObwVl0St_ocmd6Ibz0j-SySstgXlEBCMmVqt6ZE_iiwT5kLGaVZlhu7EUVuHLKNn5Pn7I",
    versions: [
      "0-34",
      "0-8 10-35",
      "0-1 3-8 10-35",
      "0-1 3 6 34 36-41",
      "0-1 3 6 34 36-42",
      "0-1 3 6 10 34 36-47",
      "0-1 3 6 10 34 36-44 47-50",
      "0-1 3 6 10 34 36-44 47-52",
      "0-1 3 6 10 34 36-44 47-53",
      "0-1 3 6 10 34 36-43 47-48 50-55",
      "0-1 3 6 10 34 36-43 47-48 50-54 56",
      "0 6 10 36-43 47-48 50-54 56-57",
      "0 6 10 36-43 47-48 50-54 56-59",
      "0-1 3 6 10 34 36-43 47-48 50-54 56 58-59",
      "0-1 3 6 10 34 36-43 47-48 50-54 56 60-61",
      "0 6 10 36-43 47-48 50-54 56-61",
      "0 6 10 36-43 47-48 50-54 56-62",
      "0 6 10 36-43 47-48 50-54 56-57 61 63",
      "0 6 10 36-43 47-48 50-54 56-57 61-63",
      "0 6 10 36-43 47-48 50-54 56-57 61-71",
      "0 6 10 36-43 47-48 50-52 54 56-57 61-63 65-73",
      "0 6 10 36-43 47-48 50-52 54 56-57 61-63 65 67-69 71-75",
    ],
  },
  "_sass/base/general.sass": {
    lines:
      "lt_tM4WKIw2Dt2GPQXtlU2csZYyBM-jEnYaT1_-1Px_nMxEuSqpGA6EnYbKk-Zj-1Ahml_tfYVbA6VkMBTTjypeBRtQjWBfsFI3peaPfVIuqecv3R74cw2HsOWT97aFcXx9SlFWG0qft4giCAKnkkUOSP8teTkWySbpHtM6BaVJSgn_u6EbPeIUq7bbVLCscNWq1w8eYIOWYY9v1fR24sq5AJpgu1LNvKYUjUxBQG1LzcjybvuFYu95zl9UvDkhO3lLj-1qQDgfPX09dMq9HjTNJRZm0trrcc5opBqaG7RHj_7u1K4NeTMLnJeW0Hl91qR56vG7lnR5hef0XAnxPosIzhGhHR0eZhHtI13LJd2xj8sG9bQYg8iJeVpTQ065i48t6K2uxHxFSP8wTPDv3",
    versions: [
      "0-89",
      "0-28 31-53 55-83 87-93",
      "0-2 4-28 31-53 55-83 87-93",
      "0-2 4-28 31-53 55-64 66-83 87-97",
      "0-2 4-28 31-53 55-64 66-70 72-83 87-98",
      "0-2 4-28 31-32 34-53 55-64 66-70 72-83 87-100",
    ],
  },
  "_sass/base/helpers.sass": {
    lines: "dm4B-ULt7ZYjhSF0Y9v1KGWgql_XYUORQU5ematwb7-Krc7LxEA0mRDXW35xFfbi2ahHhcUjObXuMuSJHR9xL8b1",
    versions: ["0-21"],
  },
  "_sass/base/normalize.scss": {
    lines:
      "ygzajWSjhqH4iWXV7ZYjJNmm09lJcw33eM-D0Qs22NsPZX97AkGcEG4s2sdVakfIru-kPNCrfIWqjUzGI43IBATkJ3VNXSTIf0_0bLo-qB-POliX9I-xWX0wqnVk7oMxd0S5Gc9VKGt6BSTKZ7AMAgn-biLFe4aJeXSt3lFQD3B0lgDyxcbdsWb_0Hrpo3_Tab6pdrtEX4k0fdYgTj9TlUR3w2_Hi9-BilxVy0YM-YRi3psIEdgX7Dj7SVzpHs9yT17mbqYlpZAn-voFLE42x74xzTOMT7WfvDPzqPSprVY-tfj6peYfMKq5Bh1P5Pi2Ua0cWD0DF_SG-JuUf21dNV51YfuuND9nXSJK2Of35-icQYz0T6AAleogJSiBqamzaSKjuw73iQNUNZNc98rLBYdB_kXZyMk-8QMzKuN5-1qQyF18TkWyiGgQ0JMX5Em_3D9ml9P5g6dfu2Xwd1XgyAr2C5q5_mRMslEpxILQY0GR_fiov6lfgA_eaiXELgABUAJ2rd3eKID9czgj-YWRc9i9whBDQSXX-7g9scdWBtq1podcHnbO3dnJXRnQ1i3uLJXxX3Xx6GmM4nRDaV1JIFYPi2E3qvB5PeivmHgUEeoUe_gg-feEoX9VVjOmaVrDBxtJHsI1Afe2od0GhzGVd7niDVgFZSDiJ6r4B0zgT45IiInmSWTX2awkoWQbtIt_6KqbU4B0c1mLk_wBWxIi6g4EkZ7zep9x6MoD7MvkvdgRAn-JlwIIbinhu-mnjwnNZ2ka5cosrntop1oVHQD2UaaASjNRhszwchQbw0k8v5c1Yo1d1Yfr-RehEN5rKTa0LymV7-A8LvDVxfUN3gsPfWcwSRIxFtW9VKRJlMuN-93CYiI6TN4H39U53zKRNRix8mQMJ9UxSUlbtXXcBHEDeM8A4qY3xJj6Gm5YHbCKVxBpUcaCSZ8jEHHMXTJtdm4Bn5YFkSgctGrmEv8AcVIDpi3VZNynk5V2XBGj",
    versions: [
      "0-204",
      "1 4-5 8-9 11-12 14 30 38 40-42 46 50 58 60-64 66-67 69-70 75-78 83-85 87-96 98-99 103-107 109-111 115-121 124-127 129 133-140 145-146 149-159 161 165 168-175 177 180-191 194-195 200-248",
    ],
  },
  "_sass/base/syntax-dark.sass": {
    lines:
      "YIwlqbOYKeODU5zEcrOI4Ga8AfFO8qse7Dcq-S26rBbE9LP5OFJj-EJnoNs_vuU0aj-8PneL2TLp2R7pqfDxpJ-04cpihvc5uxN1KSkhsASAQSmufNE7QcGzrLq5KNXr2vI99xQKmMnfa24TyVIRrzckGt8iDwD0fskmKv8ZwedoolR1U6lCiJa6WHxginAs-pNkE4eYCP6bkxqZz6Ilil3-9T7kDBoJBECiSl6bhtkkNSnlHV_RkDu4vY_v3jum8WeM4kKDMzJa1hPBj-Plmb-kBwqe5lKZw5EB15WOoRTN",
    versions: ["0-74"],
  },
  "_sass/base/syntax.sass": {
    lines:
      "dm4BDURxsjS07ZYjYIwlU5zEENuD4cpi4Ga8MaMHvRgv7DcquxN1oNs_PneL2TLpgCPS2R7pqfDx15WO-AqD8eLszgRx0FbVpJ-0OMhsU5JB52U_oRTNn0gg9ga7K4k3AvBZQ7TNckW8bdy7hvc5w5EBt36WCvuvKSkhsASAQSmufNE7QcGzrLq5Nwa29xQKngBAmMnfdlxnOFJjvTmCa24Tg9xVrzckix11Gt8iDwD0Kv8ZeCpIwedoD82SolR1iJa6-pNkO79SE4eYCP6bkxqZnkkzz6Ilil3-9T7kDBoJBECiSl6bhtkkNSnlHV_RkDu4vY_v3jum8WeMOfqk4kKDMzJaUn0X1hPBj-Plmb-kBwqe5lKZ_f8dHSAkDg8n",
    versions: ["0-95", "4-95"],
  },
  "_sass/base/variables-dark.sass": {
    lines: "jDALZpP9GpIfbDMr_v7r3m1zaiHfwGogw0CufZuOf2rzkH-D-hXUsyaqWFyWl44a",
    versions: ["0-13", "0-14", "0-3 5-15"],
  },
  "_sass/base/variables.sass": {
    lines: "gY6Ei_TZgoytl4ssTdidpc_gU0Tsf2rzkH-D-hXUsyaqjDALZpP9TsWj2Onac5I4YTRILbIS",
    versions: ["0-10", "2-12", "2-15", "2-16", "2-3 5-17"],
  },
  "_sass/components/author.sass": {
    lines:
      "JtTH3Bw5sXGJvVJitM6Blu85dSANhKrfecsedM_gaQe-TUZFUiE_XhR3hah51_-1zuOhh1qSd2xjIOWYvYd-8iJeVIuqsq5AfR24OYqG-_sz3lLjRCaTrlQHoBFTUhXxTuFEImVpwRGfTOoPcPZkfIRX3VhKP8wT",
    versions: ["0-37", "0-4 6-38", "0-4 6-21 23-39"],
  },
  "_sass/components/disqus.sass": {
    lines: "00hpw8eYtM6BgoxB",
    versions: ["0-3"],
  },
  "_sass/components/footer.sass": {
    lines:
      "6xs6vVJigoxBfxa_fR24sq5AVIuqY9v1eIUqqEIcvYd-6z9r90hAi2zZ7ft3HrvA5WJceWtB4H47Y6v8_HHZ-zIkLYTqmJ8bQSj-jhw1iTe9uUnpWthM_Bw93lLjNCfYF8t-7-5DV79RPx_ns5prVPuBJg0l4e6ctdmwUWnQUiE_C140YtL_48t6UyYR7AxlMkMb-4YidsCajdZoHxFSuJVeP8wT",
    versions: [
      "0-39",
      "0-24 26-28 30-42",
      "0-24 26-28 30-39 42-47",
      "0-24 26-27 30-39 42-45 48-51",
      "0-27 29-39 43-45 50-51",
      "0-18 21-27 29-39 43-45 50-53",
      "0-18 21-27 29-39 43-45 50-54",
    ],
  },
  "_sass/components/header.sass": {
    lines:
      "p075vYd-w8eYY9v1eIUqV810s81Pj00n_4tKecseu4iEFhdnHR9xNCfYtc3fCJ9mwPRGNUQv0k8Tr6k-tu3tVIuqWR7qsq5A5KHdgxbl6-82ypeBshzcyKUoP8wT",
    versions: ["0-28", "0-10 12-29", "0-10 12-20 22-30"],
  },
  "_sass/components/nav.sass": {
    lines:
      "bewih9Ph1HNtuCXm3lLjcR8K3_3VUiE_NODbVIuqM7-QRMrxs5pra0MNHrvANWq1MpEfpEJKY9v1AjpxYVbAViEvh8FVfojSlpdRNCfYU2csP8wT",
    versions: ["0-26", "0-23 25-26", "0-8 10-27"],
  },
  "_sass/components/others.sass": {
    lines:
      "1a5QCkNIKsBH14vsViVqwXPFmJ8bpUahwPHULonwDaa9UiE_jkusmMxAFnk0Y9v1lFWG2auO48U1eIUqGwVELCscNWq1w8eYIOWYfR24RwbJrDihGaVEd2xjoOBm_v6-8iJe7QZYvuFYXv3_qEIc7wJVvYd-sq5AdkJMVhCl1O98Px_nK5ZKtR4548t6ksfrhivBgyFPSOK7cNukeb-vJCevP8wT",
    versions: [
      "0-41",
      "0-42",
      "0-1 3-43",
      "0-11 14-42 44-46",
      "0-11 14-42 46-48",
      "0-1 3-11 14-43 46-48",
      "0-1 3-11 14-43 46 49-50",
      "0 3-6 8-13 15 17-43 51-53",
      "0 3-6 8-13 15 17-43 51-54",
    ],
  },
  "_sass/components/pagination.sass": {
    lines: "JCz4sUU8TyXXY9v1gybdUiE_fR24xKHe4uj-ZyhleIUqZGdF_JWa1kyQUt79",
    versions: ["0-14"],
  },
  "_sass/components/related.sass": {
    lines: "avvRZbHH-lwKypeBP8wT",
    versions: ["0-1", "0 2", "0 2-4"],
  },
  "_sass/components/share.sass": {
    lines:
      "FF05WZ567Y6ImJ8bi0JPeIUqdSKMd2xjIOWYvYd-MpEf6l-tUnAlq37x8iJeUGOV586n48t66uvoYbKkWMUxi-_b-zIksO3Es5prWsDT5_VSuhkZ7XchyFSJUocJmU47pOdarNsTiHMWWthM3lLjHTqq_Bw92NldQOpnOGu4GcGakzQDihYW_uJ8sUZIqm7HUiE_N6ACu4KUeiErDOlsK0363RnBVuGk",
    versions: [
      "0-38",
      "0-47",
      "0-39 41-42 45-47",
      "0-28 33 39-51",
      "0-28 33 39 41-42 45-51",
      "0-28 33-34 39 41-42 45-49 52-54",
      "0-28 33-39 41-42 45-47",
      "0-28 33 35-39 41-42 45-47 55",
      "0-5 7-28 33 36-39 41 45-46 55",
    ],
  },
  "_sass/components/side-by-side.sass": {
    lines: "Bb7b7GGoPBJX9sEroBB2IOWYduF6qkRJUhXxUiE_mLe6spgUY9v1vYd-w8eYRCaTRyePLOk71MyIImVpaF_gjvQh3lLj",
    versions: ["0-22"],
  },
  "_sass/components/social-links.sass": {
    lines:
      "94Sek2iNLYTq3lLjs5preIUqUiE_7IZcGPI0NCfYQSj-Moi0GeEXHR9x8JO5dPxDqEIcppiVHrvAuV5a6UIkw8eY6uvo-beYLWBCWMUxc5opAo5d5_dbhcUjG_ZU5fFkV810-o4dYUOR2meg-7JQmccJNLXekT_0n2P0FPLqq4bHkWpfH9vfZdHxUHJ2bhFlZsUZPDv3mi-rRtQj",
    versions: ["0-44", "0-45", "0-46", "0-23 26-45 47-48", "0-11 44", "0 2-9 44 49-51"],
  },
  "_sass/components/spoiler.sass": {
    lines: "Wb_2eIUqqEIcsbhAOvxaHrvAMpEf5_i2LCscNWq1JVFzGeEXZdHx",
    versions: ["0-12"],
  },
  "_sass/pages/home-blog-projects.sass": {
    lines:
      "GWfausKxPXe9dOEZ1HNtvVJiitEiffnqeIUqqEIcvYd-6z9r90hAi2zZ7ft3HrvA5WJceWtB4H47Y6v8_HHZ-zIkrV0ZGMCETG663_3VsUU8w8eYsJMbIOWYL0vvs5prWqnf3lLjpKjMzuOhH9vfFRYBRtQjGGXhAOVT0HvObo7sShMDWZ56VIuqsq5Ai0JPrsBNU2csbCP9wPRGmJ8bgl8FxGXW4IfJIj89HxFSuJVe",
    versions: ["0-55", "0-56", "0-18 21-58"],
  },
  "_sass/pages/page.sass": {
    lines: "yHMMdOEZVZD_Y9v1kme0-CBespgUe8zEw8eYvYd-",
    versions: ["0-9"],
  },
  "_sass/pages/post.sass": {
    lines:
      "OvG6dOEZwPRGY9v1riO3g57hv7oWsq5AVIuqM7-Q8zBvvYd-kme0g2KEZYyBM-jEFeF9SkpyXBESrfZs-zIk-5OBt154U2cs5GpHs5prUiE_q-z0fSmfD6b038tNpEJKypeB4wonJrvTw8eYnLuLPkt8q2Ote8zEycev6e7nUD-vi0JPP8wT",
    versions: ["0-35", "0-43", "0-7 9-44"],
  },
  "_sass/pages/tags.sass": {
    lines:
      "qbUTdOEZ1HNtvVJiitEiffnqeIUqqEIcvYd-6z9r90hAi2zZ7ft3HrvA5WJceWtB4H47Y6v8_HHZ-zIkPpJG3_3VVIuq8zBvY9v1kme0ZYyBM-jEASdPfR24t154U2csg2KEyYOXs5prUiE_gQUeAjpxNb69hJJ-sJMbIOWYnR5hL0vvWqnf3lLjpKjMXx9SH9vfBTTjFRYBLkf9GGXhAOVT0HvObo7sShMDWZ56sq5Ai0JPrsBNRtQjHxFSuJVe",
    versions: ["0-60", "0-50 52-61", "0-24 26-50 52-61", "0-16 19-24 26-50 52-63"],
  },
};
