/** `isMoving`: the address is replaced, so that Back does not go through every row. `isHeld`: the key is kept down. */
export type OpenHow = { isMoving: boolean; isHeld: boolean };
