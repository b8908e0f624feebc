/** The width of the world in units of the map. */
export const worldWidth = 2000;

/** Units of the map for one of the projection, whose world is 2 × 0.8707 π wide. */
const scale = worldWidth / (2 * 0.8707 * Math.PI);

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Returns where a place is on the map, in its units from the middle of the world, rightwards and downwards: the projection
 * Natural Earth, on which the poles are short lines and shapes are less distorted than in a rectangle.
 *
 * @param latitude - In degrees, north of the equator.
 * @param longitude - In degrees, east of Greenwich.
 * @see https://doi.org/10.1559/152304011798077 , its polynomials
 */
export function project(latitude: number, longitude: number): readonly [x: number, y: number] {
  const phi = radians(latitude);
  const [p2, p4] = [phi ** 2, phi ** 4];
  const width = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4));
  const height = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4));
  return [radians(longitude) * width * scale, -phi * height * scale];
}
