import type { CategoryTable } from "./runtime.ts";

type Category = "channel" | "plan" | "country" | "language" | "device";

/**
 * What training counted of each category. A line holds a value (trimmed, in lower case, "" for
 * missing), its share of each output, smoothed towards that of all rows, and how many rows had
 * it. `other` answers for values that are not listed.
 */
export const categories: Readonly<Record<Category, CategoryTable>> = {
  /** Shares of access, billing, bug, cancel, howto, security, in this order. */
  channel: {
    // prettier-ignore
    table: [
      { value: "app store", shares: [0.1571, 0.2, 0.4182, 0.09238, 0.1076, 0.02485] }, // 86 rows
      { value: "chat", shares: [0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802] }, // 186 rows
      { value: "e-mail", shares: [0.2546, 0.3156, 0.1258, 0.06885, 0.1217, 0.1135] }, // 59 rows
      { value: "email", shares: [0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695] }, // 204 rows
      { value: "phone", shares: [0.4045, 0.2492, 0.17, 0.03702, 0.08909, 0.05018] }, // 60 rows
      { value: "phone note", shares: [0.2743, 0.1831, 0.171, 0.2005, 0.06589, 0.1051] }, // 7 rows
      { value: "play store", shares: [0.1528, 0.2131, 0.4035, 0.0271, 0.186, 0.01745] }, // 10 rows
      { value: "web", shares: [0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421] }, // 171 rows
      { value: "web form", shares: [0.1957, 0.3126, 0.1853, 0.09585, 0.1831, 0.02741] }, // 114 rows
    ],
    other: [0.382, 0.1995, 0.1754, 0.06774, 0.1318, 0.04362],
  },
  /** Shares of access, billing, bug, cancel, howto, security, in this order. */
  plan: {
    // prettier-ignore
    table: [
      { value: "", shares: [0.2828, 0.1106, 0.4479, 0.0512, 0.08065, 0.02684] }, // 42 rows
      { value: "business", shares: [0.2541, 0.2458, 0.2141, 0.06417, 0.1129, 0.1089] }, // 126 rows
      { value: "business annual", shares: [0.3274, 0.3139, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "free", shares: [0.4712, 0.02337, 0.1708, 0.1001, 0.1999, 0.0347] }, // 89 rows
      { value: "pro", shares: [0.1953, 0.2633, 0.2484, 0.0806, 0.1611, 0.0513] }, // 273 rows
      { value: "pro (annual)", shares: [0.04092, 0.5749, 0.1081, 0.1323, 0.1391, 0.004673] }, // 51 rows
      { value: "pro monthly", shares: [0.2013, 0.4676, 0.09933, 0.1184, 0.08156, 0.03185] }, // 66 rows
      { value: "team", shares: [0.2988, 0.184, 0.2289, 0.05375, 0.1702, 0.06435] }, // 170 rows
      { value: "team 10", shares: [0.3658, 0.2441, 0.228, 0.04516, 0.08785, 0.02908] }, // 4 rows
      { value: "team-10", shares: [0.4203, 0.2705, 0.178, 0.04137, 0.05267, 0.03711] }, // 29 rows
      { value: "team-25", shares: [0.1845, 0.171, 0.2932, 0.05807, 0.2558, 0.03738] }, // 2 rows
      { value: "trial", shares: [0.1919, 0.1105, 0.02769, 0.1686, 0.4945, 0.006887] }, // 33 rows
    ],
    other: [0.3932, 0.07482, 0.1908, 0.0879, 0.1744, 0.07886],
  },
  /** Shares of access, billing, bug, cancel, howto, security, in this order. */
  country: {
    // prettier-ignore
    table: [
      { value: "", shares: [0.2816, 0.09688, 0.1834, 0.1335, 0.2664, 0.03823] }, // 28 rows
      { value: "argentina", shares: [0.2292, 0.2197, 0.2052, 0.04065, 0.2791, 0.02617] }, // 5 rows
      { value: "au", shares: [0.2865, 0.1496, 0.3815, 0.05081, 0.09883, 0.03271] }, // 3 rows
      { value: "australia", shares: [0.2259, 0.3262, 0.3185, 0.02139, 0.09424, 0.01377] }, // 14 rows
      { value: "austria", shares: [0.2743, 0.3498, 0.2544, 0.03387, 0.06589, 0.02181] }, // 7 rows
      { value: "bangladesh", shares: [0.1845, 0.3139, 0.2932, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "belgium", shares: [0.09227, 0.2998, 0.218, 0.1719, 0.1993, 0.01869] }, // 9 rows
      { value: "brasil", shares: [0.3658, 0.3552, 0.1169, 0.04516, 0.08785, 0.02908] }, // 4 rows
      { value: "brazil", shares: [0.2743, 0.1831, 0.3377, 0.03387, 0.1492, 0.02181] }, // 7 rows
      { value: "bulgaria", shares: [0.3274, 0.3139, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "canada", shares: [0.3431, 0.1732, 0.2017, 0.1135, 0.1264, 0.04206] }, // 25 rows
      { value: "chile", shares: [0.1615, 0.1496, 0.2565, 0.05081, 0.3488, 0.03271] }, // 3 rows
      { value: "colombia", shares: [0.2546, 0.133, 0.228, 0.1563, 0.199, 0.02908] }, // 4 rows
      { value: "czech republic", shares: [0.1845, 0.3139, 0.2932, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "czechia", shares: [0.1845, 0.171, 0.1503, 0.05807, 0.2558, 0.1802] }, // 2 rows
      { value: "de", shares: [0.1435, 0.2441, 0.1169, 0.04516, 0.3101, 0.1402] }, // 4 rows
      { value: "denmark", shares: [0.2993, 0.2906, 0.09567, 0.03695, 0.1628, 0.1147] }, // 6 rows
      { value: "deutschland", shares: [0.2195, 0.2798, 0.1368, 0.2271, 0.05271, 0.08411] }, // 10 rows
      { value: "egypt", shares: [0.2865, 0.1496, 0.2565, 0.05081, 0.2238, 0.03271] }, // 3 rows
      { value: "finland", shares: [0.2083, 0.1997, 0.2775, 0.03695, 0.1628, 0.1147] }, // 6 rows
      { value: "france", shares: [0.1372, 0.3832, 0.2522, 0.1419, 0.07461, 0.0109] }, // 19 rows
      { value: "germany", shares: [0.1226, 0.2342, 0.3729, 0.1259, 0.1083, 0.03605] }, // 30 rows
      { value: "greece", shares: [0.4769, 0.2441, 0.1169, 0.04516, 0.08785, 0.02908] }, // 4 rows
      { value: "hungary", shares: [0.1615, 0.1496, 0.3815, 0.05081, 0.2238, 0.03271] }, // 3 rows
      { value: "iceland", shares: [0.3274, 0.171, 0.1503, 0.05807, 0.2558, 0.03738] }, // 2 rows
      { value: "india", shares: [0.3216, 0.1937, 0.2204, 0.04395, 0.2122, 0.008178] }, // 27 rows
      { value: "indonesia", shares: [0.3658, 0.3552, 0.1169, 0.04516, 0.08785, 0.02908] }, // 4 rows
      { value: "ireland", shares: [0.189, 0.257, 0.2519, 0.01452, 0.1711, 0.1165] }, // 23 rows
      { value: "israel", shares: [0.1615, 0.2746, 0.2565, 0.05081, 0.2238, 0.03271] }, // 3 rows
      { value: "italy", shares: [0.1763, 0.3229, 0.3117, 0.03127, 0.06082, 0.09705] }, // 8 rows
      { value: "japan", shares: [0.1076, 0.2664, 0.171, 0.03387, 0.3159, 0.1051] }, // 7 rows
      { value: "kenya", shares: [0.2743, 0.09976, 0.171, 0.1172, 0.3159, 0.02181] }, // 7 rows
      { value: "latvia", shares: [0.1845, 0.171, 0.1503, 0.05807, 0.3987, 0.03738] }, // 2 rows
      { value: "lithuania", shares: [0.1845, 0.171, 0.2932, 0.05807, 0.2558, 0.03738] }, // 2 rows
      { value: "malaysia", shares: [0.1435, 0.2441, 0.228, 0.1563, 0.199, 0.02908] }, // 4 rows
      { value: "mexico", shares: [0.2351, 0.3712, 0.218, 0.1005, 0.05647, 0.01869] }, // 9 rows
      { value: "morocco", shares: [0.1615, 0.1496, 0.2565, 0.05081, 0.3488, 0.03271] }, // 3 rows
      { value: "nepal", shares: [0.4703, 0.171, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "netherlands", shares: [0.2146, 0.1599, 0.2526, 0.1203, 0.1895, 0.06308] }, // 15 rows
      { value: "new zealand", shares: [0.2083, 0.2906, 0.09567, 0.03695, 0.2537, 0.1147] }, // 6 rows
      { value: "nigeria", shares: [0.4811, 0.1088, 0.09567, 0.1279, 0.1628, 0.02379] }, // 6 rows
      { value: "norway", shares: [0.4292, 0.2197, 0.1052, 0.04065, 0.1791, 0.02617] }, // 5 rows
      { value: "peru", shares: [0.4703, 0.171, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "philippines", shares: [0.4071, 0.09208, 0.3117, 0.03127, 0.06082, 0.09705] }, // 8 rows
      { value: "poland", shares: [0.378, 0.2284, 0.1466, 0.02903, 0.1993, 0.01869] }, // 9 rows
      { value: "portugal", shares: [0.2195, 0.3465, 0.07016, 0.09376, 0.2527, 0.01745] }, // 10 rows
      { value: "romania", shares: [0.2546, 0.133, 0.1169, 0.2674, 0.199, 0.02908] }, // 4 rows
      { value: "singapore", shares: [0.3292, 0.1197, 0.2052, 0.04065, 0.07906, 0.2262] }, // 5 rows
      { value: "south africa", shares: [0.09227, 0.2284, 0.4323, 0.02903, 0.05647, 0.1615] }, // 9 rows
      { value: "south korea", shares: [0.3274, 0.3139, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "spain", shares: [0.3948, 0.1999, 0.1453, 0.1146, 0.1329, 0.01246] }, // 16 rows
      { value: "sweden", shares: [0.1076, 0.2664, 0.171, 0.2005, 0.1492, 0.1051] }, // 7 rows
      { value: "switzerland", shares: [0.2682, 0.1998, 0.1283, 0.1504, 0.2369, 0.01636] }, // 11 rows
      { value: "thailand", shares: [0.3658, 0.2441, 0.1169, 0.1563, 0.08785, 0.02908] }, // 4 rows
      { value: "turkey", shares: [0.1435, 0.2441, 0.3391, 0.04516, 0.08785, 0.1402] }, // 4 rows
      { value: "u.s.", shares: [0.1533, 0.4356, 0.0733, 0.05023, 0.1354, 0.1522] }, // 23 rows
      { value: "uae", shares: [0.4703, 0.171, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "uk", shares: [0.2615, 0.2428, 0.2058, 0.03934, 0.1767, 0.07377] }, // 107 rows
      { value: "ukraine", shares: [0.2546, 0.2441, 0.228, 0.1563, 0.08785, 0.02908] }, // 4 rows
      { value: "united kingdom", shares: [0.2083, 0.4725, 0.1866, 0.03695, 0.07188, 0.02379] }, // 6 rows
      { value: "united states", shares: [0.1845, 0.4567, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "us", shares: [0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908] }, // 232 rows
      { value: "usa", shares: [0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824] }, // 51 rows
      { value: "vietnam", shares: [0.3292, 0.1197, 0.2052, 0.04065, 0.1791, 0.1262] }, // 5 rows
    ],
    other: [0.2161, 0.2604, 0.2803, 0.07922, 0.1579, 0.006086],
  },
  /** Shares of access, billing, bug, cancel, howto, security, in this order. */
  language: {
    // prettier-ignore
    table: [
      { value: "de", shares: [0.1851, 0.2117, 0.2662, 0.1884, 0.1409, 0.007697] }, // 29 rows
      { value: "en", shares: [0.2597, 0.2335, 0.2097, 0.07619, 0.1623, 0.05864] }, // 801 rows
      { value: "es", shares: [0.3216, 0.3187, 0.1579, 0.04395, 0.1497, 0.008178] }, // 27 rows
      { value: "fr", shares: [0.2604, 0.257, 0.2162, 0.1574, 0.09967, 0.009346] }, // 23 rows
      { value: "pt", shares: [0.2405, 0.3271, 0.2297, 0.06393, 0.1268, 0.0119] }, // 17 rows
    ],
    other: [0.2153, 0.3662, 0.1754, 0.06774, 0.1318, 0.04362],
  },
  /** Shares of access, billing, bug, cancel, howto, security, in this order. */
  device: {
    // prettier-ignore
    table: [
      { value: "", shares: [0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116] }, // 350 rows
      { value: "android", shares: [0.4613, 0.1614, 0.2114, 0.05976, 0.1016, 0.004591] }, // 52 rows
      { value: "android tablet", shares: [0.1845, 0.171, 0.2932, 0.05807, 0.2558, 0.03738] }, // 2 rows
      { value: "chrome", shares: [0.2323, 0.1799, 0.1763, 0.1102, 0.2948, 0.006542] }, // 35 rows
      { value: "chrome / linux", shares: [0.3274, 0.171, 0.2932, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "chrome / win 11", shares: [0.1435, 0.133, 0.3391, 0.1563, 0.199, 0.02908] }, // 4 rows
      { value: "chrome on mac", shares: [0.3152, 0.1845, 0.07827, 0.03606, 0.3536, 0.03235] }, // 34 rows
      { value: "edge", shares: [0.1637, 0.1569, 0.4323, 0.1005, 0.05647, 0.09012] }, // 9 rows
      { value: "edge / win 11", shares: [0.3274, 0.171, 0.2932, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "firefox", shares: [0.2785, 0.2209, 0.2133, 0.07402, 0.1469, 0.0664] }, // 14 rows
      { value: "galaxy s22", shares: [0.2865, 0.1496, 0.3815, 0.05081, 0.09883, 0.03271] }, // 3 rows
      { value: "galaxy s23", shares: [0.4703, 0.171, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "ipad", shares: [0.1348, 0.1881, 0.356, 0.1416, 0.1053, 0.07422] }, // 12 rows
      { value: "ipad air", shares: [0.1845, 0.171, 0.436, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "ipad mini", shares: [0.2546, 0.133, 0.228, 0.04516, 0.3101, 0.02908] }, // 4 rows
      { value: "ipad pro", shares: [0.1845, 0.3139, 0.1503, 0.05807, 0.1129, 0.1802] }, // 2 rows
      { value: "iphone", shares: [0.1788, 0.2582, 0.2105, 0.1836, 0.1163, 0.05257] }, // 19 rows
      { value: "iphone 11", shares: [0.2292, 0.1197, 0.3052, 0.2406, 0.07906, 0.02617] }, // 5 rows
      { value: "iphone 12", shares: [0.317, 0.226, 0.2631, 0.06115, 0.07785, 0.05486] }, // 18 rows
      { value: "iphone 12 mini", shares: [0.3495, 0.1776, 0.2807, 0.02258, 0.155, 0.01454] }, // 13 rows
      { value: "iphone 13", shares: [0.1778, 0.1755, 0.2452, 0.05869, 0.2388, 0.1039] }, // 36 rows
      { value: "iphone 13 mini", shares: [0.1845, 0.171, 0.2932, 0.2009, 0.1129, 0.03738] }, // 2 rows
      { value: "iphone 14", shares: [0.2117, 0.2479, 0.2821, 0.01626, 0.1916, 0.05047] }, // 20 rows
      { value: "iphone 14 pro", shares: [0.3274, 0.171, 0.2932, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "iphone 15", shares: [0.2384, 0.2332, 0.2251, 0.02258, 0.2106, 0.07009] }, // 13 rows
      { value: "iphone 15 pro", shares: [0.2546, 0.133, 0.4503, 0.04516, 0.08785, 0.02908] }, // 4 rows
      { value: "iphone 16", shares: [0.2546, 0.133, 0.228, 0.1563, 0.199, 0.02908] }, // 4 rows
      { value: "iphone se", shares: [0.2743, 0.2664, 0.171, 0.03387, 0.1492, 0.1051] }, // 7 rows
      { value: "mac", shares: [0.1568, 0.1999, 0.1453, 0.06697, 0.371, 0.06008] }, // 16 rows
      { value: "mac / chrome", shares: [0.1845, 0.3139, 0.2932, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "mac / safari", shares: [0.3292, 0.1197, 0.2052, 0.04065, 0.2791, 0.02617] }, // 5 rows
      { value: "moto g", shares: [0.3274, 0.3139, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "oppo", shares: [0.3274, 0.171, 0.2932, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "pixel 6a", shares: [0.4703, 0.171, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "pixel 7", shares: [0.2546, 0.2441, 0.1169, 0.1563, 0.199, 0.02908] }, // 4 rows
      { value: "pixel 8", shares: [0.2146, 0.1099, 0.5526, 0.02032, 0.03953, 0.06308] }, // 15 rows
      { value: "safari", shares: [0.2083, 0.1997, 0.2775, 0.03695, 0.1628, 0.1147] }, // 6 rows
      { value: "samsung", shares: [0.1845, 0.3139, 0.2932, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "samsung a54", shares: [0.3274, 0.3139, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "samsung s21", shares: [0.3274, 0.3139, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "win 10", shares: [0.2351, 0.2284, 0.3609, 0.02903, 0.1279, 0.01869] }, // 9 rows
      { value: "win 10 / chrome", shares: [0.1348, 0.07042, 0.4737, 0.02391, 0.2818, 0.01539] }, // 12 rows
      { value: "win 10 / edge", shares: [0.3274, 0.3139, 0.1503, 0.05807, 0.1129, 0.03738] }, // 2 rows
      { value: "win 10 / firefox", shares: [0.3658, 0.2441, 0.228, 0.04516, 0.08785, 0.02908] }, // 4 rows
      { value: "win 10 / opera", shares: [0.1845, 0.171, 0.2932, 0.05807, 0.2558, 0.03738] }, // 2 rows
      { value: "win 11", shares: [0.2083, 0.3816, 0.1866, 0.03695, 0.1628, 0.02379] }, // 6 rows
      { value: "win 11 / chrome", shares: [0.2182, 0.2157, 0.2909, 0.08964, 0.1524, 0.0332] }, // 33 rows
      { value: "win 11 / edge", shares: [0.2861, 0.2131, 0.3368, 0.0271, 0.1194, 0.01745] }, // 10 rows
      { value: "win 11 / firefox", shares: [0.1763, 0.09208, 0.4656, 0.1082, 0.06082, 0.09705] }, // 8 rows
    ],
    other: [0.2387, 0.1553, 0.3653, 0.04008, 0.1622, 0.03837],
  },
};
