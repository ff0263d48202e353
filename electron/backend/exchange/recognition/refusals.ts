/** How many refused rows of one table are kept with their place; beyond, more of the same says nothing new. */
export const refusedLimit = 2000;
